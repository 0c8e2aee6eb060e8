package org.yinhang.core.table;

import java.util.Optional;

/**
 * How a delimited text file is written.
 *
 * @param delimiter what stands between two values, or empty to find it out; a blank swallows runs of blanks
 * @param quote what encloses a value that holds a delimiter; doubled inside
 * @param header whether the first line names the columns
 */
public record CsvFormat(Optional<Character> delimiter, char quote, Header header) {

    /** Everything is found out from the file. */
    public static final CsvFormat DETECTED = new CsvFormat(Optional.empty(), '"', Header.DETECTED);

    /** Whether the first line names the columns. */
    public enum Header {
        PRESENT,
        ABSENT,
        DETECTED
    }

    public CsvFormat withDelimiter(char other) {
        return new CsvFormat(Optional.of(other), quote, header);
    }

    public CsvFormat withHeader(Header other) {
        return new CsvFormat(delimiter, quote, other);
    }
}
