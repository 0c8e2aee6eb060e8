package org.yinhang.tag.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.dhatim.fastexcel.reader.Row;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

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
        boolean isZip = content.length > 1 && content[0] == 'P' && content[1] == 'K';
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
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> new Line(
                            row.getRowNum(),
                            row.stream()
                                    .map(cell -> cell == null
                                            ? ""
                                            : Optional.ofNullable(cell.getText())
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
            return Charset.forName("GBK")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, cells(line)));
            }
        }
        return lines;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == ',' || c == ';' || c == '\t')) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
