package org.yinhang.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexShelf;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Field;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRuns;
import org.yinhang.shared.BusinessClock;

/**
 * The tags in force, mapped into memory. A newer run takes its place between two questions; whoever still reads the old
 * one finishes undisturbed.
 */
@Component
public class TagShelf implements DisposableBean {

    private final TagRuns runs;
    private final TagDefinitions definitions;
    private final BusinessClock clock;
    private final IndexShelf shelf = new IndexShelf();
    private volatile @Nullable TagReport report;

    TagShelf(TagRuns runs, TagDefinitions definitions, BusinessClock clock) {
        this.runs = runs;
        this.definitions = definitions;
        this.clock = clock;
    }

    /**
     * The values of every tag for every customer, while a question is answered.
     *
     * @param index the columns
     * @param report the run they come from
     * @param asOf the day they are of
     * @param definitions the tags in force, by identifier
     */
    public record Tags(Index index, TagReport report, AsOf asOf, Map<String, Tag> definitions) {

        public Tags {
            definitions = Collections.unmodifiableMap(definitions);
        }

        /** The fields by which predicates read them, those the index holds. */
        public List<Field> fields() {
            return index.columns().stream()
                    .flatMap(column -> Optional.ofNullable(definitions.get(column.name())).stream())
                    .map(Tag::field)
                    .toList();
        }
    }

    /** What the newest finished run found; empty when there is none yet. */
    public Optional<TagReport> report() {
        refresh();
        return Optional.ofNullable(report);
    }

    /** Answers a question from the tags in force; empty when no run has finished yet. */
    public <T> Optional<T> read(Function<Tags, T> question) {
        refresh();
        TagReport present = report;
        if (present == null) {
            return Optional.empty();
        }
        try (IndexShelf.Lease lease = shelf.lease()) {
            TagReport of = reportOf(lease.index(), present);
            AsOf asOf = new AsOf(of.asOf(), clock.zone());
            return Optional.of(question.apply(new Tags(lease.index(), of, asOf, definitions.byId())));
        }
    }

    /** The report of the very run the index is of, should another have come into force meanwhile. */
    private TagReport reportOf(Index index, TagReport present) {
        long run = Long.parseLong(index.subject().about().getOrDefault("run", "0"));
        return run == present.number() ? present : runs.report(run);
    }

    private void refresh() {
        Optional<Long> current = runs.current();
        if (current.isPresent() && isOld(current.get())) {
            renew(current.get());
        }
    }

    private boolean isOld(long current) {
        TagReport present = report;
        return present == null || present.number() != current;
    }

    private synchronized void renew(long current) {
        if (!isOld(current)) {
            return;
        }
        try {
            TagReport next = runs.report(current);
            shelf.put(Index.open(runs.index(current)));
            report = next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        shelf.close();
    }
}
