package org.yinhang.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CsvFormat;
import org.yinhang.core.table.CsvReader;
import org.yinhang.core.table.Table;
import picocli.CommandLine.Option;

/** Which file a command reads, and how it is written. */
final class TableOptions {

    @Option(names = "--table", required = true, paramLabel = "FILE", description = "CSV or CSV.GZ file to read.")
    private Path table = Path.of(".");

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What stands between two values: one character, 'tab' or 'space' (default: found out).")
    private @Nullable String delimiter;

    @Option(
            names = "--header",
            paramLabel = "auto|yes|no",
            description = "Whether the first line names the columns; without names they are c1, c2… (default: auto).",
            defaultValue = "auto")
    private String header = "auto";

    /**
     * The table asked for.
     *
     * @throws FaultException MOD-1001 for an option that cannot be used, and as {@link CsvReader#read} does
     */
    Table read(Progress progress) {
        return CsvReader.read(table, format(), progress);
    }

    private CsvFormat format() {
        CsvFormat format =
                switch (header) {
                    case "auto" -> CsvFormat.DETECTED;
                    case "yes" -> CsvFormat.DETECTED.withHeader(CsvFormat.Header.PRESENT);
                    case "no" -> CsvFormat.DETECTED.withHeader(CsvFormat.Header.ABSENT);
                    default -> throw wrongOption("--header", header, "Write auto, yes or no.");
                };
        if (delimiter == null) {
            return format;
        }
        return format.withDelimiter(
                switch (delimiter) {
                    case "tab", "\\t" -> '\t';
                    case "space" -> ' ';
                    default -> {
                        if (delimiter.length() != 1) {
                            throw wrongOption("--delimiter", delimiter, "Write one character, 'tab' or 'space'.");
                        }
                        yield delimiter.charAt(0);
                    }
                });
    }

    /** What to throw for a value no option takes. */
    static FaultException wrongOption(String option, String value, String next) {
        return new FaultException(
                Fault.of("MOD-1001", "The value '%s' cannot be used.".formatted(value), option, next));
    }
}
