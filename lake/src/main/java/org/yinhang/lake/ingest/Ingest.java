package org.yinhang.lake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.FullDisk;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.ingest.mapping.Mapping;

/** Loads a bank's own files into the lake as a mapping says: all of them, or nothing. */
public final class Ingest {

    private Ingest() {}

    /**
     * Loads what a mapping names and the lake does not have yet. Whatever goes wrong, the lake stays as it was.
     *
     * @param mapping the mapping file
     * @param dataFolder the folder its file patterns are relative to
     * @throws FaultException when the mapping, a file or too many rows are wrong, with everything that is wrong; when
     *     another load is at work; when the disk is full
     */
    public static LoadResult load(Path mapping, Path dataFolder, Lake lake, LoadSettings settings, Progress progress) {
        Mapping read = Mapping.read(mapping, lake.schema());
        try (LakeCommit commit = lake.begin()) {
            return new Loading(read, dataFolder.toAbsolutePath().normalize(), lake, commit, settings, progress).run();
        } catch (IOException e) {
            throw failed(lake, e);
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? e : failed(lake, e.getCause());
        } finally {
            settings.personal().ifPresent(PersonalDataSink::discard);
        }
    }

    /**
     * Reads the bank's own identifiers of the customers in the files of a mapping again.
     *
     * @param table the canonical table whose {@code key} gives them, such as customers
     * @throws FaultException when the mapping or a file is wrong
     */
    public static CustomerIdentifiers identifiers(
            Path mapping, Path dataFolder, String table, Lake lake, LoadSettings settings) {
        Mapping read = Mapping.read(mapping, lake.schema());
        try {
            return new IdentifierReading(read, dataFolder.toAbsolutePath().normalize(), lake, settings).read(table);
        } catch (IOException e) {
            throw failed(lake, e);
        }
    }

    private static RuntimeException failed(Lake lake, IOException e) {
        return FullDisk.isBehind(e) ? DiskFull.at(lake.folder(), e) : new UncheckedIOException(e);
    }
}
