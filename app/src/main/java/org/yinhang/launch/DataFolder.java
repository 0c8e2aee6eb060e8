package org.yinhang.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** The folder one Yinhang keeps everything in; while it is open no second Yinhang can use it. */
public final class DataFolder implements AutoCloseable {

    /** The programs and an empty cluster of the embedded PostgreSQL take a hundred; it stops when it cannot write its log. */
    private static final long LEAST_MIB = 256;

    private static final long MIB = 1 << 20;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Creates the folder where it is missing and takes it for this process.
     *
     * @throws FaultException {@code RUN-1001} when another process holds it, {@code RUN-1002} when it cannot be written,
     *     {@code RUN-1014} when its disk is nearly full
     */
    public static DataFolder open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            Files.createDirectories(root.resolve("log"));
            checkSpace(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("in-use.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String owner = ownerOf(channel);
                channel.close();
                throw new FaultException(Fault.of(
                        "RUN-1001",
                        "Another Yinhang already uses this data folder" + owner + ".",
                        root.toString(),
                        "Stop it first, or give this one its own folder with --data."));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "RUN-1002",
                            "The data folder cannot be written: " + e.getMessage() + ".",
                            root.toString(),
                            "Choose a folder this user may write, with --data."),
                    e);
        }
    }

    /**
     * Tells when its disk is nearly full.
     *
     * @throws FaultException {@code RUN-1014}
     */
    void checkSpace() {
        try {
            checkSpace(root);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void checkSpace(Path root) throws IOException {
        long left = Files.getFileStore(root).getUsableSpace() / MIB;
        if (left < LEAST_MIB) {
            throw new FaultException(Fault.of(
                    "RUN-1014",
                    "The disk is nearly full: %,d MiB are left, %,d are the least to start with."
                            .formatted(left, LEAST_MIB),
                    root.toString(),
                    "Free space, or choose a folder on another disk with --data."));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String ownerOf(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    /** The folder itself, absolute. */
    public Path root() {
        return root;
    }

    /** Where the embedded PostgreSQL keeps its cluster. */
    public Path postgres() {
        return root.resolve("pg");
    }

    /** Where the PostgreSQL programs are unpacked. */
    public Path programs() {
        return root.resolve("bin");
    }

    /** Where secrets lie when no other place is set: never in the database, never in its backup. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** The log file of one part, such as {@code postgres} or {@code worker}. */
    public Path log(String part) {
        return root.resolve("log").resolve(part + ".log");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
