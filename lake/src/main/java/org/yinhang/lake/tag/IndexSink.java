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
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.yinhang.core.audience.index.IndexWriter;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.Snapshot;

/** Writes the index and counts on the way. */
final class IndexSink implements ColumnSink {

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
                                Objects.requireNonNull(figures.get(tag.id())).figures(),
                                ReportFile.figures(before, tag.tag()),
                                staleDays(tag, snapshot, asOf)))
                        .toList());
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
}
