package org.yinhang.lake.tag;

import java.util.Collection;
import java.util.Set;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/** Some tags of every customer as of any day, handed on block by block and kept nowhere. */
public final class TagColumns {

    private TagColumns() {}

    /**
     * Computes tags and what they stand on, exactly as a run would on that day.
     *
     * @param ids the tags wanted; only these reach the sink
     * @param threads processor threads; the values do not depend on them
     */
    public static void read(
            Lake lake,
            Snapshot snapshot,
            TagCatalogue catalogue,
            Collection<String> ids,
            AsOf asOf,
            GivenTags given,
            int threads,
            Progress progress,
            ColumnSink sink) {
        Set<String> wanted = Set.copyOf(ids);
        ColumnSink chosen = new ColumnSink() {
            @Override
            public void customers(int block, long[] present) {
                sink.customers(block, present);
            }

            @Override
            public void column(CompiledTag tag, int block, Vector values) {
                if (wanted.contains(tag.id())) {
                    sink.column(tag, block, values);
                }
            }
        };
        new TagEngine(lake, snapshot, catalogue.only(catalogue.behind(wanted)), asOf, given, chosen)
                .run(threads, progress);
    }
}
