package org.yinhang.core.audience.index;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.fault.FaultException;

/**
 * An open index: all its columns mapped into memory, read by any number of threads. Closing it while somebody reads is
 * an error; {@link IndexShelf} knows when nobody does.
 */
public final class Index implements AutoCloseable {

    private final Path folder;
    private final Manifest manifest;
    private final Arena arena;
    private final RoaringBitmap everyone;
    private final long[][] present;
    private final int[] presentCounts;
    private final Map<String, IndexColumn> columns;

    private Index(
            Path folder, Manifest manifest, Arena arena, RoaringBitmap everyone, Map<String, IndexColumn> columns) {
        this.folder = folder;
        this.manifest = manifest;
        this.arena = arena;
        this.everyone = everyone;
        this.columns = columns;
        this.present = new long[manifest.subject().blocks()][Block.WORDS];
        this.presentCounts = new int[present.length];
        for (ContainerPointer at = everyone.getContainerPointer(); at.getContainer() != null; at.advance()) {
            at.getContainer().copyBitmapTo(present[at.key()], 0);
            presentCounts[at.key()] = at.getCardinality();
        }
    }

    /**
     * Maps an index. Reads its manifest and the end of each file, not the values.
     *
     * @throws FaultException when there is no complete index (IDX-1001), it is damaged (IDX-1002) or of another version
     *     (IDX-1003)
     */
    public static Index open(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        Arena arena = Arena.ofShared();
        try {
            Map<String, IndexColumn> columns = new LinkedHashMap<>();
            for (ColumnEntry entry : manifest.columns()) {
                MemorySegment file = map(folder.resolve(entry.file()), entry.size(), arena);
                columns.put(entry.name(), IndexColumn.of(entry, file, folder));
            }
            return new Index(folder, manifest, arena, everyone(folder, manifest), columns);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static MemorySegment map(Path file, long size, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != size) {
                throw Manifest.damaged(file);
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        } catch (NoSuchFileException e) {
            throw Manifest.damaged(file);
        }
    }

    private static RoaringBitmap everyone(Path folder, Manifest manifest) throws IOException {
        Path file = folder.resolve(Manifest.EVERYONE);
        ByteBuffer bytes = ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        if (bytes.remaining() != manifest.everyoneSize() || Checksums.of(bytes) != manifest.everyoneChecksum()) {
            throw Manifest.damaged(file);
        }
        RoaringBitmap everyone = new RoaringBitmap();
        everyone.deserialize(bytes);
        return everyone;
    }

    /** What it was made of. */
    public IndexSubject subject() {
        return manifest.subject();
    }

    /** How many customers there are. */
    public int customers() {
        return manifest.customers();
    }

    public int blocks() {
        return manifest.subject().blocks();
    }

    /** All customers; not to be changed. */
    public RoaringBitmap everyone() {
        return everyone;
    }

    /** Which rows of a block are customers, a bit each; not to be changed. */
    public long[] present(int block) {
        return present[block];
    }

    /** How many customers a block has. */
    public int presentCount(int block) {
        return presentCounts[block];
    }

    public Optional<IndexColumn> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** All columns, in the order they were written. */
    public List<IndexColumn> columns() {
        return new ArrayList<>(columns.values());
    }

    /** Bytes of all files. */
    public long bytes() {
        return manifest.everyoneSize()
                + manifest.columns().stream().mapToLong(ColumnEntry::size).sum();
    }

    /**
     * Reads every byte and compares it with its checksum.
     *
     * @throws FaultException when it is damaged (IDX-1002)
     */
    public void verify() {
        for (ColumnEntry entry : manifest.columns()) {
            if (!Objects.requireNonNull(columns.get(entry.name())).isWhole()) {
                throw Manifest.damaged(folder.resolve(entry.file()));
            }
        }
    }

    /** Lets the files go; no column may be read afterwards. */
    @Override
    public void close() {
        arena.close();
    }
}
