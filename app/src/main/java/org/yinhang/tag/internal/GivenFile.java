package org.yinhang.tag.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.CsvRecords;
import org.yinhang.lake.ingest.source.ExcelCells;

/** The lines of a list somebody brings: CSV in UTF-8 or GBK, with comma, semicolon or tab, or the first sheet of a workbook. */
public final class GivenFile {

    private GivenFile() {}

    /**
     * A line.
     *
     * @param number in the file, from 1
     * @param cells its texts, stripped
     */
    public record Line(int number, List<String> cells) {

        /** A cell, empty where the line is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * The lines that are not empty.
     *
     * @throws FaultException TAG-2015 when it is neither text nor a workbook
     */
    public static List<Line> read(byte[] content) {
        boolean isZip =
                content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
        try {
            return isZip ? workbook(content) : lines(text(content));
        } catch (IOException | ExcelReaderException e) {
            throw new FaultException(
                    Fault.of(
                            "TAG-2015",
                            "The file can be read neither as CSV nor as a workbook.",
                            "",
                            "Save it as CSV in UTF-8 or GBK, or as .xlsx."),
                    e);
        }
    }

    private static List<Line> workbook(byte[] content) throws IOException {
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> new Line(
                            row.getRowNum(),
                            row.stream()
                                    .map(cell -> Optional.ofNullable(ExcelCells.text(cell))
                                            .orElse("")
                                            .strip())
                                    .toList()))
                    .filter(line -> line.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                    .toList();
        }
    }

    private static String text(byte[] content) throws CharacterCodingException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        }
    }

    private static List<Line> lines(String text) throws IOException {
        String plain = text.replace("\uFEFF", "");
        CsvRecords records = new CsvRecords(new StringReader(plain), delimiter(plain), '"');
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        while (records.next(cells)) {
            lines.add(new Line(
                    Math.toIntExact(records.line()),
                    cells.stream().map(String::strip).toList()));
        }
        return lines;
    }

    /** Of comma, semicolon and tab the one that comes first. */
    private static char delimiter(String text) {
        return (char)
                text.chars().filter(c -> ",;\t".indexOf(c) >= 0).findFirst().orElse(',');
    }
}
