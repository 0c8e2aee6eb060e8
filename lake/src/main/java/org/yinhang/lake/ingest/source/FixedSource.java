package org.yinhang.lake.ingest.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.ingest.mapping.SourceInput.Fixed;

/** Reads text in columns of fixed width, counted in bytes of its charset. */
final class FixedSource {

    private FixedSource() {}

    /**
     * Rewrites a file to {@code work}. A line that does not fit (the last column may have lost its trailing spaces)
     * keeps only its place, so that it has too few values and is rejected.
     */
    static Rows open(Fixed format, Path file, List<String> nulls, Path work) throws IOException {
        CharsetDecoder decoder = TextSource.charset(file, format.charset()).newDecoder();
        try (InputStream in = new BufferedInputStream(Delimited.open(file), 1 << 16);
                RowFile rows = new RowFile(work)) {
            long number = 0;
            for (byte[] line = line(in); line != null; line = line(in)) {
                number++;
                if (number > format.skip() && line.length > 0) {
                    rows.write(number, values(line, format, decoder));
                }
            }
            return rows.rows(List.copyOf(format.widths().keySet()), nulls);
        }
    }

    /** The values of a line; none when it is too long, too short or not of this charset. */
    private static List<String> values(byte[] line, Fixed format, CharsetDecoder decoder) {
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int width : format.widths().values()) {
            boolean last = values.size() == format.widths().size() - 1;
            int length = last ? Math.min(width, line.length - from) : width;
            if (length < 0 || from + length > line.length) {
                return List.of();
            }
            try {
                values.add(decoder.decode(ByteBuffer.wrap(line, from, length))
                        .toString()
                        .strip());
            } catch (CharacterCodingException e) {
                return List.of();
            }
            from += length;
        }
        return from == line.length ? values : List.of();
    }

    /** The next line without its end; null after the last. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c != '\r') {
                line.write(c);
            }
            c = in.read();
        }
        return line.toByteArray();
    }
}
