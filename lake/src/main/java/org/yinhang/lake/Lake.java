package org.yinhang.lake;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.schema.CanonicalSchema;

/**
 * A folder of Parquet that grows by whole loads. {@code CURRENT} names the manifest in force and is replaced
 * atomically, so a reader sees a load completely or not at all, and a crash leaves the previous state.
 *
 * <pre>
 * CURRENT                          name of the manifest in force
 * snapshots/000012.yaml            manifests
 * tables/TABLE/000012-1/…parquet   files, never changed once published
 * customers.dictionary             customer numbers, see CustomerDictionary
 * work/                            temporary files of the one writer, private and removed when it ends
 * writer.lock                      held by the one writer
 * </pre>
 */
public final class Lake {

    /** Customers whose numbers share {@code number >>> BLOCK_BITS} share a bucket. */
    public static final int BLOCK_BITS = 16;

    /** Number of buckets every fact and state table has. */
    public static final int BUCKETS = 16;

    private static final String CURRENT = "CURRENT";

    private final Path folder;
    private final CanonicalSchema schema;
    private final Clock clock;

    private Lake(Path folder, CanonicalSchema schema, Clock clock) {
        this.folder = folder;
        this.schema = schema;
        this.clock = clock;
    }

    /**
     * Opens the lake in a folder, creating an empty one where there is none.
     *
     * @throws FaultException when the folder cannot be written
     */
    public static Lake open(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder.resolve("snapshots"));
            Files.createDirectories(folder.resolve("tables"));
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "LAK-1002",
                            "The lake's folder cannot be written.",
                            folder.toString(),
                            "Choose a folder that this user may write, with space left."),
                    e);
        }
        return new Lake(folder, CanonicalSchema.bundled(), clock);
    }

    /** The bucket of a customer: blocks of 65,536 numbers take the 16 buckets in turn. */
    public static int bucketOf(int customer) {
        return (customer >>> BLOCK_BITS) & (BUCKETS - 1);
    }

    public Path folder() {
        return folder;
    }

    public CanonicalSchema schema() {
        return schema;
    }

    /** The version of the newest complete snapshot, without reading its manifest; 0 when nothing is loaded. */
    public long currentVersion() {
        Path current = folder.resolve(CURRENT);
        try {
            return Files.exists(current)
                    ? Long.parseLong(Files.readString(current).strip())
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest complete snapshot. */
    public Snapshot current() {
        Path current = folder.resolve(CURRENT);
        try {
            return Files.exists(current)
                    ? SnapshotFile.read(snapshotFile(Files.readString(current).strip()), schema)
                    : SnapshotFile.empty(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An earlier snapshot by its version.
     *
     * @throws FaultException when this lake never published it
     */
    public Snapshot snapshot(long version) {
        if (version == 0) {
            return SnapshotFile.empty(schema);
        }
        Path file = snapshotFile(name(version));
        if (!Files.exists(file)) {
            throw new FaultException(Fault.of(
                    "LAK-1003",
                    "The lake has no snapshot %d.".formatted(version),
                    folder.toString(),
                    "The newest is %d.".formatted(current().version())));
        }
        return SnapshotFile.read(file, schema);
    }

    /**
     * Starts a change of the lake; only one may be open at a time, over all processes.
     *
     * @throws FaultException when another writer is at work
     */
    public LakeCommit begin() {
        return LakeCommit.begin(this, Duration.ZERO);
    }

    /**
     * Starts a change of the lake, waiting a while for another writer to finish: for what must be written whoever else
     * is at work, such as a ledger.
     *
     * @throws FaultException when the other writer takes longer
     */
    public LakeCommit begin(Duration patience) {
        return LakeCommit.begin(this, patience);
    }

    /** Opens a reader pinned to a snapshot. */
    public LakeSession read(Snapshot snapshot, SessionSettings settings) {
        return LakeSession.open(this, snapshot, settings);
    }

    /** The clock that dates loads and snapshots. */
    public Clock clock() {
        return clock;
    }

    Snapshot publish(Snapshot snapshot) throws IOException {
        String name = name(snapshot.version());
        writeDurably(snapshotFile(name), SnapshotFile.write(snapshot, schema));
        Path next = folder.resolve(CURRENT + ".next");
        writeDurably(next, name + "\n");
        Files.move(next, folder.resolve(CURRENT), ATOMIC_MOVE);
        syncFolder(folder);
        return snapshot;
    }

    /** Forces a file's bytes to the disk. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void writeDurably(Path file, String text) throws IOException {
        Files.writeString(file, text);
        sync(file);
        Path parent = file.getParent();
        if (parent != null) {
            syncFolder(parent);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path snapshotFile(String name) {
        return folder.resolve("snapshots").resolve(name + ".yaml");
    }

    private static String name(long version) {
        return String.format(Locale.ROOT, "%06d", version);
    }
}
