package org.yinhang.lake.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.ingest.mapping.Source;
import org.yinhang.lake.ingest.mapping.SourceInput.Csv;
import org.yinhang.lake.ingest.mapping.SourceInput.Excel;
import org.yinhang.lake.ingest.mapping.SourceInput.Files;
import org.yinhang.lake.ingest.mapping.SourceInput.Fixed;
import org.yinhang.lake.ingest.mapping.SourceInput.Parquet;
import org.yinhang.lake.ingest.mapping.SourceInput.Query;
import org.yinhang.lake.sql.Sql;

/** Makes the inputs of a mapping readable for the engine, in temporary files where they are not so already. */
public final class SourceReader {

    private final Path work;
    private final Map<String, String> environment;
    private final ColumnNames parquetColumns;
    private int files;

    /** Gives the names of the columns of what a table expression reads. */
    @FunctionalInterface
    public interface ColumnNames {
        List<String> of(String from) throws SQLException;
    }

    /**
     * A reader for one load.
     *
     * @param work private folder for temporary files
     * @param environment environment variables that hold users and passwords of databases
     * @param parquetColumns asks the engine for the columns of a Parquet file
     */
    public SourceReader(Path work, Map<String, String> environment, ColumnNames parquetColumns) {
        this.work = work;
        this.environment = environment;
        this.parquetColumns = parquetColumns;
    }

    /**
     * Makes one file of a source readable.
     *
     * @throws FaultException when it is not what the mapping says
     */
    public Rows file(Source source, Files input, Path file) {
        try {
            return switch (input.format()) {
                case Csv csv -> TextSource.open(csv, file, source.nulls(), next());
                case Fixed fixed -> FixedSource.open(fixed, file, source.nulls(), next());
                case Excel excel -> ExcelSource.open(excel, file, source.nulls(), next());
                case Parquet parquet -> parquet(file);
            };
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that a file is cut off or damaged. */
    public static FaultException damaged(Path file, Throwable cause) {
        return new FaultException(
                Fault.of(
                        "ING-2002",
                        "The file is damaged or cut off.",
                        file.toString(),
                        "Copy it again and compare its size with the original."),
                cause);
    }

    /** Runs a source's query and keeps the answer. */
    public Rows query(Source source, Query query) {
        try {
            return QuerySource.open(query, environment, source.nulls(), next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rows parquet(Path file) {
        String from = "read_parquet(%s)".formatted(Sql.literal(file.toString()));
        try {
            return new Rows(from, parquetColumns.of(from), Optional.empty());
        } catch (SQLException e) {
            throw new FaultException(
                    Fault.of("ING-2004", "The file is not Parquet.", file.toString(), "Check 'format' and the export."),
                    e);
        }
    }

    private Path next() {
        return work.resolve("source-%04d.csv".formatted(++files));
    }
}
