package org.yinhang.core.table;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** Cuts delimited text into records; a quoted value may hold delimiters, doubled quotes and line ends. */
public final class CsvRecords {

    private static final int END = -1;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder value = new StringBuilder();
    private final char delimiter;
    private final char quote;
    private int position;
    private int limit;
    private long line;
    private long recordLine;

    /**
     * Over a text.
     *
     * @param delimiter between values; where it is a blank, several are one
     * @param quote around values that hold delimiters
     */
    public CsvRecords(Reader reader, char delimiter, char quote) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** The line on which the record read last begins, from 1. */
    public long line() {
        return recordLine;
    }

    /**
     * Reads the next record that is not blank into {@code fields}, which is emptied first.
     *
     * @return false at the end of the file
     */
    public boolean next(List<String> fields) throws IOException {
        fields.clear();
        while (peek() != END) {
            line++;
            recordLine = line;
            readRecord(fields);
            if (fields.size() > 1 || !fields.getFirst().isBlank()) {
                return true;
            }
            fields.clear();
        }
        return false;
    }

    private void readRecord(List<String> fields) throws IOException {
        boolean blanks = delimiter == ' ';
        if (blanks) {
            skipBlanks();
        }
        while (true) {
            fields.add(readValue());
            int end = read();
            if (end == delimiter && blanks) {
                skipBlanks();
                int next = peek();
                if (next == '\n' || next == '\r' || next == END) {
                    end = read();
                }
            }
            if (end == '\r' && peek() == '\n') {
                end = read();
            }
            if (end != delimiter || end == '\n') {
                return;
            }
        }
    }

    private String readValue() throws IOException {
        value.setLength(0);
        if (peek() == quote) {
            read();
            readQuoted();
        }
        while (true) {
            int next = peek();
            if (next == delimiter || next == '\n' || next == '\r' || next == END) {
                return value.toString();
            }
            value.append((char) read());
        }
    }

    private void readQuoted() throws IOException {
        while (true) {
            int next = read();
            if (next == END) {
                return;
            }
            if (next == '\n') {
                line++;
            }
            if (next == quote) {
                if (peek() != quote) {
                    return;
                }
                read();
            }
            value.append((char) next);
        }
    }

    private void skipBlanks() throws IOException {
        while (peek() == ' ') {
            read();
        }
    }

    private int peek() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        return buffer[position];
    }

    private int read() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        return buffer[position++];
    }

    private boolean fill() throws IOException {
        limit = Math.max(0, reader.read(buffer));
        position = 0;
        return limit > 0;
    }
}
