package org.yinhang.lake.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.lake.ingest.mapping.SourceInput.Excel;

/** Reads a sheet of an .xlsx workbook; see {@link ExcelCells} for its cells. */
final class ExcelSource {

    private ExcelSource() {}

    /** Rewrites a sheet to {@code work}. */
    static Rows open(Excel format, Path file, List<String> nulls, Path work) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
                Stream<Row> stream = sheet(workbook, format, file).openStream();
                RowFile rows = new RowFile(work)) {
            Iterator<Row> all = stream.iterator();
            List<String> names = RowFile.names(format.columns());
            boolean headerPending = format.header();
            while (all.hasNext()) {
                Row row = all.next();
                if (row.getRowNum() <= format.skip()
                        || row.getFirstNonEmptyCell().isEmpty()) {
                    continue;
                }
                if (headerPending) {
                    headerPending = false;
                    names = names.isEmpty() ? RowFile.names(texts(row, row.getCellCount())) : names;
                } else {
                    rows.write(row.getRowNum(), cells(row, Math.max(names.size(), used(row))));
                }
            }
            if (names.isEmpty()) {
                throw new FaultException(Fault.of(
                        "ING-2003",
                        "The sheet is empty: there is not even a header.",
                        file.toString(),
                        "Check how it was exported."));
            }
            return rows.rows(names, nulls);
        } catch (ExcelReaderException e) {
            throw new FaultException(
                    Fault.of(
                            "ING-2004",
                            "The file is not an .xlsx workbook.",
                            file.toString(),
                            "Save it as .xlsx (an old .xls is not read) or as CSV."),
                    e);
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, Excel format, Path file) {
        return format.sheet().isEmpty()
                ? workbook.getFirstSheet()
                : workbook.findSheet(format.sheet().get())
                        .orElseThrow(() -> new FaultException(Fault.of(
                                "ING-2005",
                                "The workbook has no sheet '%s'."
                                        .formatted(format.sheet().get()),
                                file.toString(),
                                Suggestion.advise(
                                        format.sheet().get(),
                                        workbook.getSheets().map(Sheet::getName).toList()))));
    }

    private static List<String> texts(Row row, int count) {
        return cells(row, count).stream().map(text -> text == null ? "" : text).toList();
    }

    /** How many cells of a row there are up to the last that is not empty. */
    private static int used(Row row) {
        int last = row.getCellCount();
        while (last > 0 && value(row, last - 1) == null) {
            last--;
        }
        return last;
    }

    private static List<@Nullable String> cells(Row row, int count) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value(row, i));
        }
        return values;
    }

    private static @Nullable String value(Row row, int index) {
        return ExcelCells.text(row.hasCell(index) ? row.getCell(index) : null);
    }
}
