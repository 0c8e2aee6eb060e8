package org.yinhang.lake.funnel;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.CsvFormat;
import org.yinhang.core.table.CsvReader;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.lake.fold.FactRows;

/** Counts a funnel over an event log as it stands: one delimited file with a row for each event of each case. */
public final class FunnelLog {

    private final FunnelPlan plan;
    private final FactRows rows;
    private final int cases;
    private final Map<String, Dictionary> dictionaries = new HashMap<>();

    private FunnelLog(Funnel funnel, Table log, ZoneId zone) {
        Funnel.LogColumns columns = funnel.log()
                .orElseThrow(() -> new FaultException(Fault.of(
                        "FUN-1002",
                        "The funnel is not declared over an event log.",
                        funnel.en(),
                        "Add 'log: {case: …, at: …}', or count it over the lake.")));
        List<Fault> missing = new ArrayList<>();
        List.of(columns.subject(), columns.at(), columns.order().orElse(columns.at()))
                .forEach(name -> {
                    if (log.find(name).isEmpty()) {
                        missing.add(log.noSuchColumn(name));
                    }
                });
        if (!missing.isEmpty()) {
            throw new FaultException(missing.stream().distinct().toList());
        }
        int[] places = places(log.column(columns.subject()));
        this.cases = Arrays.stream(places).max().orElse(-1) + 1;
        long[] instants = instants(log.column(columns.at()), log.name(), zone);
        Integer[] order = order(places, instants, columns.order().map(log::column));
        Map<String, Vector> vectors = new LinkedHashMap<>();
        List<Field> fields = new ArrayList<>();
        for (Column column : log.columns()) {
            vectors.put(column.name(), vector(column, order));
            fields.add(Field.of(
                    column.name(),
                    column instanceof CategoryColumn ? ValueType.TEXT : ValueType.NUMBER,
                    column.name(),
                    column.name()));
        }
        vectors.put(FactTable.OCCURRED_AT, new Vector.Wholes(longs(instants, order)));
        this.rows = new FactRows(order.length, ints(places, order), vectors);
        LocalDate last = Instant.EPOCH
                .plus(Arrays.stream(instants).max().orElse(0), ChronoUnit.MICROS)
                .atZone(zone)
                .toLocalDate();
        this.plan = FunnelPlan.of(
                funnel,
                List.of(new FactTable(FunnelFile.LOG, "日志", "Log", false, fields, Optional.empty())),
                List.of(),
                new AsOf(last.plusDays(1), zone));
    }

    /**
     * Reads a log and counts.
     *
     * @param zone of times that name none, and of the days the breakdown reads
     * @throws FaultException when file or funnel are wrong
     */
    public static FunnelResult count(Path file, Funnel funnel, ZoneId zone, Progress progress) {
        return new FunnelLog(funnel, CsvReader.read(file, CsvFormat.DETECTED, progress), zone).count();
    }

    /** Reads a log and replays the path of a case, by the number a result gives as its example. */
    public static List<PathMoment> replay(Path file, Funnel funnel, ZoneId zone, int number) {
        FunnelLog log = new FunnelLog(funnel, CsvReader.read(file, CsvFormat.DETECTED, Progress.SILENT), zone);
        return new FunnelReplay(log.plan).path(List.of(log.rows), number);
    }

    private FunnelResult count() {
        FunnelScan scan = new FunnelScan(plan, JourneySink.NONE);
        long[] everybody = new long[(cases >>> 6) + 1];
        Arrays.fill(everybody, -1);
        scan.scan(0, plan.tables().stream().map(table -> rows).toList(), everybody, Map.of());
        return new FunnelSummary(
                        plan,
                        scan.tally(),
                        plan.tables().stream().map(table -> dictionaries).toList(),
                        Map.of())
                .result();
    }

    /** Cases numbered in the order in which they first appear. */
    private static int[] places(Column column) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] places = new int[column.size()];
        for (int row = 0; row < places.length; row++) {
            String name = column.text(row);
            places[row] = numbers.computeIfAbsent(name, n -> numbers.size());
        }
        return places;
    }

    private static long[] instants(Column column, String file, ZoneId zone) {
        long[] instants = new long[column.size()];
        List<Fault> faults = new ArrayList<>();
        for (int row = 0; row < instants.length; row++) {
            try {
                instants[row] = ChronoUnit.MICROS.between(Instant.EPOCH, instant(column.text(row), zone));
            } catch (DateTimeException e) {
                if (faults.size() < 10) {
                    faults.add(Fault.of(
                            "FUN-1003",
                            "'%s' is not a point in time.".formatted(column.text(row)),
                            "%s, row %d, column %s".formatted(file, row + 1, column.name()),
                            "Write it as 2026-01-31T14:05:00, with or without +08:00."));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return instants;
    }

    private static Instant instant(String text, ZoneId zone) {
        String iso = text.replace('/', '-').replace(' ', 'T');
        if (iso.length() == 10) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        boolean hasOffset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        return hasOffset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    private static Integer[] order(int[] places, long[] instants, Optional<Column> within) {
        Integer[] order = IntStream.range(0, places.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> {
            int byCase = Integer.compare(places[a], places[b]);
            int byTime = byCase != 0 ? byCase : Long.compare(instants[a], instants[b]);
            if (byTime != 0) {
                return byTime;
            }
            int stated = within.map(column -> compare(column, a, b)).orElse(0);
            return stated != 0 ? stated : Integer.compare(a, b);
        });
        return order;
    }

    private static int compare(Column column, int a, int b) {
        return switch (column) {
            case NumericColumn numbers -> Double.compare(numbers.value(a), numbers.value(b));
            case CategoryColumn words -> words.text(a).compareTo(words.text(b));
        };
    }

    private Vector vector(Column column, Integer[] order) {
        return switch (column) {
            case NumericColumn numbers -> {
                double[] values = new double[order.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = numbers.value(order[i]);
                }
                yield new Vector.Reals(values);
            }
            case CategoryColumn words -> {
                Dictionary dictionary = Dictionary.of(words.labels());
                dictionaries.put(column.name(), dictionary);
                int[] codes = new int[order.length];
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = words.isMissing(order[i]) ? Vector.NO_CODE : words.code(order[i]);
                }
                yield new Vector.Codes(codes, dictionary);
            }
        };
    }

    private static long[] longs(long[] values, Integer[] order) {
        return Arrays.stream(order).mapToLong(row -> values[row]).toArray();
    }

    private static int[] ints(int[] values, Integer[] order) {
        return Arrays.stream(order).mapToInt(row -> values[row]).toArray();
    }
}
