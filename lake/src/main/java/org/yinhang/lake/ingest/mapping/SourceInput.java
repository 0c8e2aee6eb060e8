package org.yinhang.lake.ingest.mapping;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a source's rows come from. */
public sealed interface SourceInput {

    /**
     * Files of a folder.
     *
     * @param glob pattern relative to the data folder
     * @param format how they are written
     * @param where where the mapping says so
     */
    record Files(String glob, Format format, String where) implements SourceInput {}

    /**
     * A database's answer to a query. User and password come from environment variables, never from the mapping.
     *
     * @param url JDBC address
     * @param query the query
     * @param userVariable environment variable that holds the user's name, if one is needed
     * @param passwordVariable environment variable that holds the password, if one is needed
     * @param where where the mapping says so
     */
    record Query(
            String url, String query, Optional<String> userVariable, Optional<String> passwordVariable, String where)
            implements SourceInput {}

    /** How a file is written. */
    sealed interface Format {}

    /**
     * Delimited text.
     *
     * @param charset of the file; a byte-order mark overrides it
     * @param delimiter between values, 1 to 4 characters
     * @param quote around values, or empty
     * @param escape before a quote inside a quoted value, or empty
     * @param header whether the first line names the columns
     * @param columns their names where the file has no header
     * @param skip lines before the header or the first row
     */
    record Csv(
            Charset charset,
            String delimiter,
            String quote,
            String escape,
            boolean header,
            List<String> columns,
            int skip)
            implements Format {}

    /**
     * Text in columns of fixed width.
     *
     * @param charset of the file
     * @param widths columns in order with their widths in bytes of that charset
     * @param skip lines before the first row
     */
    record Fixed(Charset charset, Map<String, Integer> widths, int skip) implements Format {}

    /**
     * A sheet of an .xlsx workbook.
     *
     * @param sheet its name; the first when empty
     * @param header whether the first row names the columns
     * @param columns their names where the sheet has no header
     * @param skip rows before the header or the first row
     */
    record Excel(Optional<String> sheet, boolean header, List<String> columns, int skip) implements Format {}

    /** Apache Parquet. */
    record Parquet() implements Format {}
}
