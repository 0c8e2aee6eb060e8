package org.yinhang.lake.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Delimited UTF-8 text in a file.
 *
 * @param file where it is; its name ends in .gz when it is compressed
 * @param delimiter between values
 * @param quote around values, or empty
 * @param escape before a quote inside a quoted value, or empty
 * @param before lines before the first row: those skipped and the header
 * @param columns how many values a row has
 * @param placed whether the first value of a row is its place in the bank's own file
 */
public record Delimited(
        Path file, String delimiter, String quote, String escape, int before, int columns, boolean placed) {

    /** Opens a file's bytes, unpacked. */
    static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return isCompressed(file) ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    static boolean isCompressed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    RecordScanner scan() throws IOException {
        return new RecordScanner(open(file), delimiter, quote, escape);
    }

    /**
     * Finds where good rows stand in the bank's own file.
     *
     * @param rows numbers of rows among those the engine could read, counted from 1, ascending
     * @param broken numbers of records after {@link #before}, blank lines counted too, that it could not read, ascending
     * @return their lines, counted from 1; 0 for one that is not there
     */
    public long[] places(long[] rows, long[] broken) throws IOException {
        long[] places = new long[rows.length];
        try (RecordScanner scanner = scan()) {
            scanner.skipLines(before);
            long row = 0;
            int found = 0;
            int passed = 0;
            for (long record = 1; found < rows.length && scanner.next(); record++) {
                if (passed < broken.length && broken[passed] == record) {
                    passed++;
                } else if ((columns == 1 || !scanner.isBlank()) && rows[found] == ++row) {
                    places[found++] = place(scanner);
                }
            }
        }
        return places;
    }

    /**
     * Finds where broken rows stand in the bank's own file.
     *
     * @param broken numbers of records after {@link #before}, blank lines counted too, ascending
     * @return their lines, counted from 1; 0 for one that is not there
     */
    public long[] places(long[] broken) throws IOException {
        long[] places = new long[broken.length];
        try (RecordScanner scanner = scan()) {
            scanner.skipLines(before);
            int found = 0;
            for (long record = 1; found < broken.length && scanner.next(); record++) {
                if (broken[found] == record) {
                    places[found++] = place(scanner);
                }
            }
        }
        return places;
    }

    private long place(RecordScanner scanner) {
        return placed ? Long.parseLong(scanner.values().getFirst()) : scanner.line();
    }
}
