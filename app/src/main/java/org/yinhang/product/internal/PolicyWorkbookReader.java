package org.yinhang.product.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.TableRow;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.product.PolicyBook;
import org.yinhang.product.PolicyFile;
import org.yinhang.product.PolicyTable;

/**
 * Reads decision tables from a workbook as {@link PolicyWorkbook} writes it. Rows that cannot be read are rejected with
 * sheet, line, column and reason; the others are kept.
 */
public final class PolicyWorkbookReader {

    private final Catalogue catalogue;
    private final List<PolicyTable> tables = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private PolicyWorkbookReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A row that was not taken.
     *
     * @param sheet where it stands
     * @param line of the sheet, from 1
     * @param column the heading of the cell that is wrong; empty for the row as a whole
     * @param reason what is wrong, and what to do
     */
    public record Rejected(String sheet, int line, String column, String reason) {}

    /**
     * What a workbook holds.
     *
     * @param tables those that could be read, with the rows that could
     * @param rejected the rows that could not
     */
    public record Content(List<PolicyTable> tables, List<Rejected> rejected) {}

    /**
     * Reads a workbook.
     *
     * @throws FaultException PRD-3001 when it is no workbook, PRD-3002 when the sheet of tables is missing
     */
    public static Content read(InputStream in, Catalogue catalogue) throws IOException {
        byte[] bytes = in.readAllBytes();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return new PolicyWorkbookReader(catalogue).read(workbook);
        } catch (IOException | ExcelReaderException e) {
            throw new FaultException(
                    Fault.of("PRD-3001", "The file is not an .xlsx workbook.", "", "Save it as .xlsx."), e);
        }
    }

    /** A line of a sheet as texts by heading. */
    private record Line(int number, Map<String, String> cells) {

        String cell(String heading) {
            return cells.getOrDefault(heading, "");
        }
    }

    private Content read(ReadableWorkbook workbook) throws IOException {
        Sheet list = workbook.findSheet(PolicyWorkbook.TABLES)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "PRD-3002",
                        "The workbook has no sheet '%s'.".formatted(PolicyWorkbook.TABLES),
                        "",
                        "Export a table first and change the rows there.")));
        for (Line line : lines(list)) {
            Optional<Sheet> sheet = workbook.findSheet(line.cell("id"));
            if (sheet.isEmpty()) {
                reject(
                        PolicyWorkbook.TABLES,
                        line.number(),
                        "id",
                        "There is no sheet '%s'.".formatted(line.cell("id")));
            } else {
                table(line, sheet.get());
            }
        }
        return new Content(List.copyOf(tables), List.copyOf(rejected));
    }

    /** A table is read as the YAML that says the same, so that both ways have one set of rules. */
    private void table(Line line, Sheet sheet) throws IOException {
        PolicyTable empty;
        try {
            PolicyBook book =
                    PolicyFile.read(new TableText(line.cells(), List.of()).yaml(), "sheet " + PolicyWorkbook.TABLES);
            empty = book.tables().getFirst();
        } catch (FaultException e) {
            e.faults()
                    .forEach(fault ->
                            reject(PolicyWorkbook.TABLES, line.number(), "", fault.what() + " " + fault.next()));
            return;
        }
        List<TableRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Line each : lines(sheet)) {
            row(empty, each, seen).ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            reject(line.cell("id"), 1, "", "No row of the table can be read.");
        } else {
            tables.add(empty.with(empty.table().withRows(rows)));
        }
    }

    private Optional<TableRow> row(PolicyTable table, Line line, Set<String> seen) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        table.table().columns().forEach(column -> outcomes.put(column.name(), line.cell(column.name())));
        TableRow row = new TableRow(
                line.cell("id"), line.cell("when"), outcomes, line.cell("code"), line.cell("zh"), line.cell("en"));
        int before = rejected.size();
        if (row.id().isBlank() || !seen.add(row.id())) {
            reject(
                    table.id(),
                    line.number(),
                    "id",
                    row.id().isBlank() ? "The row has no name." : "A row before it has this name.");
        }
        try {
            CompiledTable.compile(table.table().withRows(List.of(row)), catalogue);
        } catch (FaultException e) {
            e.faults()
                    .forEach(fault ->
                            reject(table.id(), line.number(), column(table, fault), fault.what() + " " + fault.next()));
        }
        return rejected.size() == before ? Optional.of(row) : Optional.empty();
    }

    private static String column(PolicyTable table, Fault fault) {
        return switch (fault.code()) {
            case "POL-1004" -> "code";
            case "POL-1005" -> "when";
            default -> table.table().columns().getFirst().name();
        };
    }

    private void reject(String sheet, int line, String column, String reason) {
        rejected.add(new Rejected(sheet, line, column, reason.strip()));
    }

    private static List<Line> lines(Sheet sheet) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> headings = List.of();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<String> texts = texts(row);
                if (headings.isEmpty()) {
                    headings = texts;
                } else if (texts.stream().anyMatch(text -> !text.isBlank())) {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (int i = 0; i < Math.min(texts.size(), headings.size()); i++) {
                        cells.put(headings.get(i), texts.get(i).strip());
                    }
                    lines.add(new Line(row.getRowNum(), cells));
                }
            }
        }
        return lines;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            boolean isEmpty = cell == null || cell.getType() == CellType.EMPTY || cell.getValue() == null;
            texts.add(isEmpty || cell == null ? "" : text(cell));
        }
        return texts;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().toPlainString();
            case BOOLEAN -> cell.asBoolean().toString();
            case STRING, FORMULA, ERROR -> cell.getRawValue();
            case EMPTY -> "";
        };
    }
}
