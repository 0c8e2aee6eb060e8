package org.yinhang.lake.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.ingest.mapping.SourceInput.Csv;

/** Reads delimited text of any charset. */
final class TextSource {

    private TextSource() {}

    /** Makes a file readable; one that is not UTF-8 is rewritten to {@code work}. */
    static Rows open(Csv format, Path file, List<String> nulls, Path work) throws IOException {
        Charset charset = charset(file, format.charset());
        Path text = file;
        if (!charset.equals(StandardCharsets.UTF_8)) {
            Transcoder.toUtf8(file, charset, work);
            text = work;
        }
        int before = format.skip() + (format.header() ? 1 : 0);
        Delimited start =
                new Delimited(text, format.delimiter(), format.quote(), format.escape(), format.skip(), 1, false);
        List<String> names = format.columns();
        if (names.isEmpty()) {
            names = RowFile.names(header(start, file));
        }
        Delimited body =
                new Delimited(text, format.delimiter(), format.quote(), format.escape(), before, names.size(), false);
        return new Rows(CsvSql.read(body, names, nulls), names, Optional.of(body));
    }

    private static List<String> header(Delimited text, Path original) throws IOException {
        try (RecordScanner scanner = text.scan()) {
            scanner.skipLines(text.before());
            if (!scanner.next()) {
                throw new FaultException(Fault.of(
                        "ING-2003",
                        "The file is empty: there is not even a header.",
                        original.toString(),
                        "Check how it was exported."));
            }
            String first = scanner.values().getFirst();
            if (first.startsWith("\uFEFF")) {
                return withFirst(scanner.values(), first.substring(1));
            }
            return scanner.values();
        }
    }

    private static List<String> withFirst(List<String> values, String first) {
        String bare = first.length() > 1 && first.startsWith("\"") && first.endsWith("\"")
                ? first.substring(1, first.length() - 1)
                : first;
        return Stream.concat(Stream.of(bare), values.stream().skip(1)).toList();
    }

    /** The charset a byte-order mark names, or the one the mapping states. */
    static Charset charset(Path file, Charset stated) throws IOException {
        try (InputStream in = Delimited.open(file)) {
            byte[] mark = in.readNBytes(3);
            if (mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
                return StandardCharsets.UTF_8;
            }
            if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
                return StandardCharsets.UTF_16BE;
            }
            return stated;
        }
    }
}
