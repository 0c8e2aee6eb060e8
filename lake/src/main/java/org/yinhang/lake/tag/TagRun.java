package org.yinhang.lake.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.yinhang.core.audience.index.IndexSubject;
import org.yinhang.core.audience.index.IndexWriter;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LoadRecord;
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
            IndexSink sink = new IndexSink(catalogue);
            TagEngine engine = new TagEngine(lake, snapshot, catalogue, asOf, given, sink);
            SortedMap<String, String> about = new TreeMap<>();
            about.put("snapshot", Long.toString(snapshot.version()));
            about.put("run", Long.toString(writing.number()));
            IndexSubject subject = new IndexSubject(asOf.day(), engine.numbers(), about);
            try (IndexWriter writer = IndexWriter.create(writing.index(), subject, catalogue.fields())) {
                sink.open(writer, subject.blocks());
                engine.run(settings.threads(), progress);
                writer.finish();
            }
            TagReport report = sink.report(writing.number(), snapshot, asOf, before);
            writing.publish(report, settings.keep());
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Days since the least recently loaded of a tag's tables got its newest load. */
    private static OptionalLong staleDays(CompiledTag tag, Snapshot snapshot, AsOf asOf) {
        ZoneId zone = asOf.zone();
        return tag.sources().stream()
                .map(source -> source.substring(0, source.indexOf('.')))
                .distinct()
                .flatMap(table -> snapshot.loads().stream()
                        .filter(load -> load.table().equals(table))
                        .map(LoadRecord::at)
                        .max(Comparator.naturalOrder())
                        .stream())
                .mapToLong(at ->
                        Math.max(0, ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), asOf.day())))
                .max();
    }

    /** Writes the index and counts on the way. */
    private static final class IndexSink implements ColumnSink {

        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final Map<String, FiguresCount> figures = new LinkedHashMap<>();
        private final TagCatalogue catalogue;
        private Optional<IndexWriter> writer = Optional.empty();
        private AtomicReferenceArray<long[]> present = new AtomicReferenceArray<>(0);

        IndexSink(TagCatalogue catalogue) {
            this.catalogue = catalogue;
            catalogue.tags().forEach(tag -> {
                places.put(tag.id(), places.size());
                figures.put(tag.id(), new FiguresCount(tag.tag().type()));
            });
        }

        void open(IndexWriter opened, int blocks) {
            writer = Optional.of(opened);
            present = new AtomicReferenceArray<>(blocks);
        }

        @Override
        public void customers(int block, long[] customers) {
            present.set(block, customers);
            writer.orElseThrow().customers(block, customers);
        }

        @Override
        public void column(CompiledTag tag, int block, Vector values) {
            try {
                int place = Objects.requireNonNull(places.get(tag.id()));
                writer.orElseThrow().column(place, block, values);
                Objects.requireNonNull(figures.get(tag.id())).add(values, present.get(block));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        TagReport report(long number, Snapshot snapshot, AsOf asOf, Optional<TagReport> before) {
            long customers = 0;
            for (int block = 0; block < present.length(); block++) {
                for (long word : present.get(block)) {
                    customers += Long.bitCount(word);
                }
            }
            return new TagReport(
                    number,
                    asOf.day(),
                    snapshot.version(),
                    customers,
                    catalogue.tags().stream()
                            .map(tag -> TagQuality.of(
                                    tag,
                                    Objects.requireNonNull(figures.get(tag.id()))
                                            .figures(),
                                    ReportFile.figures(before, tag.tag()),
                                    staleDays(tag, snapshot, asOf)))
                            .toList());
        }
    }
}
