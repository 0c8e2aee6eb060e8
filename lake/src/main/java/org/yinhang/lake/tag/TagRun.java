package org.yinhang.lake.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yinhang.core.audience.index.IndexSubject;
import org.yinhang.core.audience.index.IndexWriter;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/** Computes every tag of a catalogue as of a day and puts the result in force. */
public final class TagRun {

    private TagRun() {}

    /**
     * How a run is made.
     *
     * @param threads processor threads; the result does not depend on them
     * @param keep how many finished runs are kept
     */
    public record Settings(int threads, int keep) {

        /** On all processors; a week of daily runs is kept. */
        public static final Settings DEFAULT = new Settings(Runtime.getRuntime().availableProcessors(), 7);
    }

    /**
     * Runs the tags.
     *
     * @param runs where finished runs stand
     * @throws org.yinhang.core.fault.FaultException when another run is under way
     */
    public static TagReport run(
            Lake lake,
            Snapshot snapshot,
            TagCatalogue catalogue,
            AsOf asOf,
            GivenTags given,
            TagRuns runs,
            Settings settings,
            Progress progress) {
        try (TagRuns.Writing writing = runs.begin()) {
            Optional<TagReport> before = runs.current().map(runs::report);
            TagReport report = compute(
                    lake,
                    snapshot,
                    catalogue,
                    asOf,
                    given,
                    writing.number(),
                    writing.index(),
                    before,
                    settings.threads(),
                    progress);
            writing.publish(report, settings.keep());
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Computes the tags of a catalogue into an index.
     *
     * @param number of the run
     * @param index a folder that is not there yet
     * @param before the run to compare with
     */
    static TagReport compute(
            Lake lake,
            Snapshot snapshot,
            TagCatalogue catalogue,
            AsOf asOf,
            GivenTags given,
            long number,
            Path index,
            Optional<TagReport> before,
            int threads,
            Progress progress)
            throws IOException {
        IndexSink sink = new IndexSink(catalogue);
        TagEngine engine = new TagEngine(lake, snapshot, catalogue, asOf, given, sink);
        SortedMap<String, String> about = new TreeMap<>();
        about.put("snapshot", Long.toString(snapshot.version()));
        about.put("run", Long.toString(number));
        IndexSubject subject = new IndexSubject(asOf.day(), engine.numbers(), about);
        try (IndexWriter writer = IndexWriter.create(index, subject, catalogue.fields())) {
            sink.open(writer, subject.blocks());
            engine.run(threads, progress);
            writer.finish();
        }
        return sink.report(number, snapshot, asOf, before);
    }
}
