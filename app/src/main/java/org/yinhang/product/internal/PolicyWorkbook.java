package org.yinhang.product.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;
import org.yinhang.core.policy.DecisionTable;
import org.yinhang.core.policy.OutcomeColumn;
import org.yinhang.core.policy.TableRow;
import org.yinhang.product.PolicyTable;
import org.yinhang.shared.ExcelFile;

/** Writes decision tables as a workbook: a sheet of tables, and a sheet of rows for each. */
public final class PolicyWorkbook {

    /** The sheet that lists the tables. */
    static final String TABLES = "tables";

    /** What the sheet of tables holds; the {@code unknown} columns are empty where a table has no such outcome. */
    static final List<String> HEADER = List.of(
            "id",
            "zh",
            "en",
            "kind",
            "hit",
            "products",
            "profiling",
            "from",
            "until",
            "source",
            "unknown",
            "unknown_code",
            "unknown_zh",
            "unknown_en");

    private PolicyWorkbook() {}

    /**
     * Writes tables; equal tables and day give equal bytes.
     *
     * @param day the creation date the file states
     */
    public static void write(List<PolicyTable> tables, LocalDate day, OutputStream out) throws IOException {
        Instant created = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        ExcelFile.write(out, created, workbook -> {
            Worksheet list = workbook.newWorksheet(TABLES);
            head(list, HEADER);
            for (int i = 0; i < tables.size(); i++) {
                put(list, i + 1, described(tables.get(i)));
            }
            for (PolicyTable table : tables) {
                Worksheet sheet = workbook.newWorksheet(table.id());
                head(sheet, header(table));
                List<TableRow> rows = table.table().rows();
                for (int i = 0; i < rows.size(); i++) {
                    put(sheet, i + 1, written(table, rows.get(i)));
                }
            }
        });
    }

    /** What the sheet of a table holds. */
    static List<String> header(PolicyTable table) {
        List<String> header = new ArrayList<>(List.of("id", "when"));
        table.table().columns().stream().map(OutcomeColumn::name).forEach(header::add);
        header.addAll(List.of("code", "zh", "en"));
        return header;
    }

    private static List<String> described(PolicyTable policy) {
        DecisionTable table = policy.table();
        Optional<TableRow> unknown = table.unknown();
        return List.of(
                table.id(),
                table.zh(),
                table.en(),
                policy.kind().name().toLowerCase(Locale.ROOT),
                table.hit().name().toLowerCase(Locale.ROOT),
                String.join(", ", policy.products().stream().sorted().toList()),
                Boolean.toString(policy.isProfiling()),
                table.from().toString(),
                table.until().map(LocalDate::toString).orElse(""),
                table.source(),
                unknown.map(row -> String.join(", ", row.outcomes().values())).orElse(""),
                unknown.map(TableRow::code).orElse(""),
                unknown.map(TableRow::zh).orElse(""),
                unknown.map(TableRow::en).orElse(""));
    }

    private static List<String> written(PolicyTable table, TableRow row) {
        List<String> cells = new ArrayList<>(List.of(row.id(), row.condition()));
        table.table().columns().forEach(column -> cells.add(row.outcomes().getOrDefault(column.name(), "")));
        cells.addAll(List.of(row.code(), row.zh(), row.en()));
        return cells;
    }

    private static void head(Worksheet sheet, List<String> header) {
        put(sheet, 0, header);
        for (int column = 0; column < header.size(); column++) {
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static void put(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }
}
