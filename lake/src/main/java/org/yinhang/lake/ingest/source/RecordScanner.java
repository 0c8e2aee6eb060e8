package org.yinhang.lake.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Walks over delimited text record by record (RFC 4180) and knows on which line each begins. */
final class RecordScanner implements AutoCloseable {

    private static final int END = -1;

    private final InputStream in;
    private final byte[] delimiter;
    private final int quote;
    private final int escape;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line = 1;
    private long begin;
    private boolean blank;
    private List<String> values = List.of();

    RecordScanner(InputStream in, String delimiter, String quote, String escape) {
        this.in = in;
        this.delimiter = delimiter.getBytes(StandardCharsets.UTF_8);
        this.quote = quote.isEmpty() ? END : quote.charAt(0);
        this.escape = escape.isEmpty() ? this.quote : escape.charAt(0);
    }

    /** Passes over whole lines, whatever is in them. */
    void skipLines(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int c = read();
            while (c != '\n' && c != '\r' && c != END) {
                c = read();
            }
            endLine(c);
        }
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        if (peek(0) == END) {
            return false;
        }
        begin = line;
        blank = true;
        List<String> fields = new ArrayList<>();
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        boolean start = true;
        while (true) {
            int c = read();
            if (c == END || c == '\n' || c == '\r') {
                endLine(c);
                fields.add(field.toString(StandardCharsets.UTF_8));
                values = fields;
                return true;
            }
            blank = false;
            if (start && c == quote) {
                quoted(field);
            } else if (c == (delimiter[0] & 0xFF) && restOfDelimiter()) {
                fields.add(field.toString(StandardCharsets.UTF_8));
                field.reset();
                start = true;
                continue;
            } else {
                field.write(c);
            }
            start = false;
        }
    }

    /** The line on which the present record begins, counted from 1. */
    long line() {
        return begin;
    }

    /** Whether the present record is an empty line. */
    boolean isBlank() {
        return blank;
    }

    List<String> values() {
        return values;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void quoted(ByteArrayOutputStream field) throws IOException {
        while (true) {
            int c = read();
            if (c == escape && peek(0) == quote) {
                field.write(read());
            } else if (c == quote || c == END) {
                return;
            } else {
                if (c == '\n') {
                    line++;
                }
                field.write(c);
            }
        }
    }

    private boolean restOfDelimiter() throws IOException {
        for (int i = 1; i < delimiter.length; i++) {
            if (peek(i - 1) != (delimiter[i] & 0xFF)) {
                return false;
            }
        }
        position += delimiter.length - 1;
        return true;
    }

    private void endLine(int last) throws IOException {
        if (last == '\r' && peek(0) == '\n') {
            position++;
        }
        if (last != END) {
            line++;
        }
    }

    private int read() throws IOException {
        int c = peek(0);
        position += c == END ? 0 : 1;
        return c;
    }

    /** The byte that many places ahead, fewer than a delimiter is long. */
    private int peek(int ahead) throws IOException {
        if (position + ahead >= limit) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            int read = in.readNBytes(buffer, limit, buffer.length - limit);
            limit += read;
        }
        return position + ahead < limit ? buffer[position + ahead] & 0xFF : END;
    }
}
