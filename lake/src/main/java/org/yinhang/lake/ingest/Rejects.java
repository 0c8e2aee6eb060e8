package org.yinhang.lake.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.lake.ingest.mapping.RejectLimit;
import org.yinhang.lake.ingest.source.Delimited;
import org.yinhang.lake.ingest.source.PrivateFile;
import org.yinhang.lake.sql.Sql;

/** The bad rows of one input: counted by reason, held against the limit, and listed in a file with their lines. */
final class Rejects {

    private final Engine engine;
    private final Unit unit;
    private final List<TablePlan> plans;

    Rejects(Engine engine, Unit unit, List<TablePlan> plans) {
        this.engine = engine;
        this.unit = unit;
        this.plans = plans;
    }

    /** How many rows of a table are bad, those that could not be read among them. */
    long rejected(TablePlan plan) {
        return brokenRecords().length + engine.count("SELECT count(DISTINCT _row) FROM " + plan.reasons());
    }

    /** How many bad values a table has, by reason. */
    Map<RejectReason, Long> reasons(TablePlan plan) {
        Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
        engine.each(
                "SELECT reason, count(*) FROM %s GROUP BY reason".formatted(plan.reasons()),
                row -> reasons.put(RejectReason.valueOf(row.getString(1)), row.getLong(2)));
        unit.rows()
                .text()
                .ifPresent(text -> engine.each(
                        "SELECT error, count(*) FROM (%s) GROUP BY error".formatted(broken(text)),
                        row -> reasons.merge(RejectReason.ofReader(row.getString(1)), row.getLong(2), Long::sum)));
        return reasons;
    }

    /** What is wrong when a table has more bad rows than the mapping bears. */
    Optional<Fault> beyond(RejectLimit limit, TablePlan plan, long read, Path listed) {
        long rejected = rejected(plan);
        long all = brokenRecords().length + read;
        if (!limit.isExceededBy(rejected, all)) {
            return Optional.empty();
        }
        String reasons = reasons(plan).entrySet().stream()
                .map(entry -> entry.getKey().en() + " " + entry.getValue())
                .collect(Collectors.joining("; "));
        return Optional.of(Fault.of(
                "ING-2010",
                "%d of %d rows for the table %s are bad (%s), more than the limit of %s. Nothing was loaded."
                        .formatted(rejected, all, plan.table(), reasons, limit),
                unit.name(),
                "Every bad row is listed in %s. Mend the file or the mapping, or raise 'rejects'.".formatted(listed)));
    }

    /** Writes the list of bad rows, by line; nothing when there is none. */
    Optional<Path> write(Path folder) {
        long[] broken = brokenRecords();
        long[] good = plans.isEmpty() ? new long[0] : badRows();
        if (broken.length + good.length == 0) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            Path file = file(folder);
            Optional<Delimited> text = unit.rows().text();
            long[] lines = text.isPresent() ? text.get().places(good, broken) : good;
            try (BufferedWriter out = Files.newBufferedWriter(PrivateFile.create(file))) {
                out.write("\uFEFFsource,file,line,table,column,code,reason_zh,reason,value\n");
                if (text.isPresent()) {
                    writeBroken(out, text.get(), text.get().places(broken));
                }
                for (TablePlan plan : plans) {
                    writeBad(out, plan, good, lines);
                }
            }
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the list of bad rows is written. */
    Path file(Path folder) {
        return folder.resolve(unit.source().name() + "-" + unit.fingerprint().substring(0, 12) + ".csv");
    }

    private long[] badRows() {
        String all = plans.stream()
                .map(plan -> "SELECT _row FROM " + plan.reasons())
                .collect(Collectors.joining(" UNION ALL "));
        return engine
                .query("SELECT DISTINCT _row FROM (%s) ORDER BY _row".formatted(all), row -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private long[] brokenRecords() {
        return unit.rows()
                .text()
                .map(text -> engine
                        .query("SELECT record FROM (%s) ORDER BY record".formatted(broken(text)), row -> row.getLong(1))
                        .stream()
                        .mapToLong(Long::longValue)
                        .toArray())
                .orElseGet(() -> new long[0]);
    }

    private void writeBroken(BufferedWriter out, Delimited text, long[] lines) throws IOException {
        if (lines.length == 0) {
            return;
        }
        List<String> errors =
                engine.query("SELECT error FROM (%s) ORDER BY record".formatted(broken(text)), row -> row.getString(1));
        for (int i = 0; i < lines.length; i++) {
            line(out, lines[i], "", "", RejectReason.ofReader(errors.get(i)), null);
        }
    }

    private void writeBad(BufferedWriter out, TablePlan plan, long[] rows, long[] lines) {
        engine.each("SELECT _row, field, reason, value FROM %s ORDER BY _row, place".formatted(plan.reasons()), row -> {
            try {
                int at = Arrays.binarySearch(rows, row.getLong(1));
                String field = row.getString(2).equals(Field.KEY) ? "key" : row.getString(2);
                RejectReason reason = RejectReason.valueOf(row.getString(3));
                line(out, lines[at], plan.table(), field, reason, row.getString(4));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return row;
        });
    }

    private void line(
            BufferedWriter out, long line, String table, String field, RejectReason reason, @Nullable String value)
            throws IOException {
        out.write(String.join(
                ",",
                quoted(unit.source().name()),
                quoted(unit.name()),
                Long.toString(line),
                table,
                quoted(field),
                reason.name(),
                quoted(reason.zh()),
                quoted(reason.en()),
                value == null ? "" : quoted(value)));
        out.write('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Records the reader refused, one row each; the engine counts lines by record, those before the first too. */
    private static String broken(Delimited text) {
        return ("SELECT line - %d AS record, min(error_type::VARCHAR) AS error FROM reject_errors"
                        + " JOIN reject_scans USING (scan_id, file_id) WHERE file_path = %s GROUP BY line")
                .formatted(text.before(), Sql.literal(text.file().toString()));
    }
}
