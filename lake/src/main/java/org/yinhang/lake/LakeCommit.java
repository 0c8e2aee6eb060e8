package org.yinhang.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.schema.ColumnSchema;

/**
 * One change of the lake: new files are written beside the old ones and become visible together when it is
 * published. Closed without publishing, it leaves no trace. Files may be added from several threads.
 */
public final class LakeCommit implements AutoCloseable {

    private static final Comparator<LakeFile> FILE_ORDER = Comparator.comparingLong(LakeFile::run)
            .thenComparingInt(LakeFile::bucket)
            .thenComparingInt(LakeFile::first)
            .thenComparing(LakeFile::path);

    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final Lake lake;
    private final Snapshot base;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final long version;
    private final Map<String, List<LakeFile>> added = new HashMap<>();
    private final Map<String, List<ColumnSchema>> extra = new HashMap<>();
    private final Set<String> replaced = new HashSet<>();
    private final Map<String, Set<Long>> merged = new HashMap<>();
    private final Set<Path> folders = new HashSet<>();
    private final AtomicInteger fileNumber = new AtomicInteger();
    private boolean published;

    private LakeCommit(Lake lake, FileChannel lockFile, FileLock lock) {
        this.lake = lake;
        this.lockFile = lockFile;
        this.lock = lock;
        this.base = lake.current();
        this.version = base.version() + 1;
    }

    static LakeCommit begin(Lake lake, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            FileChannel channel = FileChannel.open(
                    lake.folder().resolve("writer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            while (lock == null && System.nanoTime() < deadline) {
                LockSupport.parkNanos(POLL_NANOS);
                lock = tryLock(channel);
            }
            if (lock == null) {
                channel.close();
                throw new FaultException(Fault.of(
                        "LAK-1004",
                        "Another load is writing to this lake.",
                        lake.folder().toString(),
                        "Wait until it has finished, then start again."));
            }
            LakeCommit commit = new LakeCommit(lake, channel, lock);
            commit.removeLeftOvers();
            return commit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The snapshot this change starts from. */
    public Snapshot base() {
        return base;
    }

    /** The version the new snapshot will have; also the run number of every file added here. */
    public long version() {
        return version;
    }

    /** A writer of rows for one table, for one thread. Extra columns must have been declared before. */
    public TableWriter writer(String table) {
        return new TableWriter(this, lake.schema().table(table).with(extraColumns(table)));
    }

    /** Declares columns that a mapping adds to a canonical table. */
    public synchronized void declare(String table, List<ColumnSchema> columns) {
        extra.merge(table, columns, (known, more) -> Stream.concat(known.stream(), more.stream())
                .distinct()
                .toList());
    }

    /** Leaves every earlier file of a table out of the new snapshot. */
    public synchronized void replace(String table) {
        replaced.add(table);
    }

    /** Leaves some earlier runs of a table out of the new snapshot, because the files added here hold their rows. */
    public synchronized void merge(String table, Set<Long> runs) {
        merged.computeIfAbsent(table, t -> new HashSet<>()).addAll(runs);
    }

    /** A private folder for temporary files; it is emptied when the change ends and when the next one begins. */
    public Path workFolder() {
        return lake.folder().resolve("work");
    }

    /** A path for a new Parquet file, its folder made. */
    public synchronized Path newFile(String table, int bucket) {
        Path folder = folder(table);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folders.add(folder);
        return folder.resolve(
                String.format(Locale.ROOT, "bucket-%02d-part-%05d.parquet", bucket, fileNumber.incrementAndGet()));
    }

    /** Adds a finished file, made at a path from {@link #newFile}, sorted by customer, instant and id. */
    public synchronized void add(String table, Path file, int bucket, long rows, int first, int last) {
        String path = lake.folder().relativize(file).toString();
        added.computeIfAbsent(table, t -> new ArrayList<>())
                .add(new LakeFile(path, bucket, version, rows, first, last));
    }

    /** Makes everything added visible at once, durably, and gives the new snapshot. */
    public synchronized Snapshot publish(List<LoadRecord> loads) {
        try {
            for (List<LakeFile> files : added.values()) {
                for (LakeFile file : files) {
                    Lake.sync(lake.folder().resolve(file.path()));
                }
            }
            Map<String, SnapshotTable> tables = new HashMap<>();
            base.tables().forEach((name, table) -> tables.put(name, next(name, table)));
            List<LoadRecord> all = new ArrayList<>(base.loads());
            all.removeIf(load -> replaced.contains(load.table()));
            all.addAll(loads);
            Snapshot snapshot = lake.publish(new Snapshot(version, lake.clock().instant(), tables, all));
            published = true;
            return snapshot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (!published) {
                for (Path folder : folders) {
                    deleteTree(folder);
                }
            }
            deleteTree(workFolder());
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SnapshotTable next(String name, SnapshotTable table) {
        Set<Long> gone = merged.getOrDefault(name, Set.of());
        List<LakeFile> files = new ArrayList<>(replaced.contains(name) ? List.of() : table.files());
        files.removeIf(file -> gone.contains(file.run()));
        files.addAll(added.getOrDefault(name, List.of()));
        files.sort(FILE_ORDER);
        return new SnapshotTable(table.schema().with(extra.getOrDefault(name, List.of())), files);
    }

    private synchronized List<ColumnSchema> extraColumns(String table) {
        List<ColumnSchema> columns = new ArrayList<>(base.table(table).schema().columns());
        columns.addAll(extra.getOrDefault(table, List.of()));
        return columns;
    }

    private Path folder(String table) {
        return lake.folder().resolve("tables").resolve(table).resolve(String.format(Locale.ROOT, "%06d", version));
    }

    /** A killed writer may have left files under the version about to be written; no snapshot names them. */
    private void removeLeftOvers() throws IOException {
        deleteTree(workFolder());
        for (String table : base.tables().keySet()) {
            deleteTree(folder(table));
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
