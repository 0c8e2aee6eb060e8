package org.yinhang.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.lake.LakeException;

/**
 * One Parquet file of the lake, open for reading: flat columns, zstd, version 1 pages, as the lake's engine writes them
 * (format: parquet.apache.org, parquet.thrift). One thread at a time.
 */
public final class ParquetFile implements AutoCloseable {

    private static final int MAGIC = 0x31524150;
    private static final int TAIL = 8;
    private static final int INT32 = 1;

    private final Path path;
    private final FileChannel channel;
    private final List<RowGroup> rowGroups;

    /**
     * Consecutive rows of the file.
     *
     * @param rows how many
     * @param columns where the values of each column lie, by name
     */
    public record RowGroup(int rows, Map<String, ColumnChunk> columns) {

        public RowGroup {
            columns = Map.copyOf(columns);
        }

        public Optional<ColumnChunk> column(String name) {
            return Optional.ofNullable(columns.get(name));
        }
    }

    /**
     * The values of one column in one row group.
     *
     * @param type the physical type, as parquet.thrift numbers it
     * @param codec the compression, as parquet.thrift numbers it
     * @param optional whether values may be missing
     * @param offset first byte in the file
     * @param length bytes in the file
     * @param values number of values, missing ones included
     * @param lowest the lowest value of a 32-bit column, where the file says it
     * @param highest the highest value of a 32-bit column, where the file says it
     */
    public record ColumnChunk(
            int type,
            int codec,
            boolean optional,
            long offset,
            int length,
            int values,
            Optional<Integer> lowest,
            Optional<Integer> highest) {}

    private ParquetFile(Path path, FileChannel channel, List<RowGroup> rowGroups) {
        this.path = path;
        this.channel = channel;
        this.rowGroups = rowGroups;
    }

    /** Opens a file and reads its footer. */
    public static ParquetFile open(Path path) {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new ParquetFile(path, channel, rowGroups(footer(channel)));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new LakeException("read " + path, e);
        }
    }

    private static CompactStruct footer(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < TAIL) {
            throw new IOException("it is too short for a Parquet file");
        }
        ByteBuffer tail = read(channel, size - TAIL, TAIL);
        int length = tail.getInt(0);
        if (tail.getInt(4) != MAGIC || length <= 0 || length > size - TAIL) {
            throw new IOException("it does not end as a Parquet file does");
        }
        byte[] footer = read(channel, size - TAIL - length, length).array();
        return CompactStruct.read(new CompactStruct.Source(footer, 0));
    }

    public Path path() {
        return path;
    }

    /** The rows in the order of the file. */
    public List<RowGroup> rowGroups() {
        return rowGroups;
    }

    /** Reads the bytes of a chunk into an array that is at least that long. */
    void read(ColumnChunk chunk, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, chunk.length());
        fill(channel, chunk.offset(), buffer);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LakeException("close " + path, e);
        }
    }

    private static List<RowGroup> rowGroups(CompactStruct footer) {
        Map<String, Boolean> optional = new HashMap<>();
        List<CompactStruct> schema = footer.structs(2);
        for (CompactStruct element : schema.subList(1, schema.size())) {
            if (element.findWhole(5).orElse(0L) > 0) {
                throw new IllegalStateException("a column is nested");
            }
            optional.put(text(element.binary(4)), element.findWhole(3).orElse(0L) == 1);
        }
        return footer.structs(4).stream()
                .map(group -> rowGroup(group, optional))
                .toList();
    }

    private static RowGroup rowGroup(CompactStruct group, Map<String, Boolean> optional) {
        Map<String, ColumnChunk> columns = new HashMap<>();
        for (CompactStruct chunk : group.structs(1)) {
            CompactStruct meta = chunk.struct(3);
            String name = text(meta.binaries(3).getFirst());
            long start = Math.min(
                    meta.whole(9),
                    meta.findWhole(11).filter(offset -> offset > 0).orElse(Long.MAX_VALUE));
            Optional<CompactStruct> statistics = meta.integer(1) == INT32 ? meta.findStruct(12) : Optional.empty();
            columns.put(
                    name,
                    new ColumnChunk(
                            meta.integer(1),
                            meta.integer(4),
                            optional.getOrDefault(name, true),
                            start,
                            meta.integer(7),
                            meta.integer(5),
                            statistics.flatMap(s -> bound(s, 6, 2)),
                            statistics.flatMap(s -> bound(s, 5, 1))));
        }
        return new RowGroup(group.integer(3), columns);
    }

    /** A bound in the field of today's files, else in that of old ones. */
    private static Optional<Integer> bound(CompactStruct statistics, int field, int old) {
        return statistics
                .findBinary(field)
                .or(() -> statistics.findBinary(old))
                .filter(bytes -> bytes.length == 4)
                .map(bytes ->
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        fill(channel, at, buffer);
        return buffer.flip();
    }

    private static void fill(FileChannel channel, long at, ByteBuffer buffer) throws IOException {
        long position = at;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new IOException("the file ends early");
            }
            position += read;
        }
    }

    /** For messages: the file's name and what its columns are called. */
    @Override
    public String toString() {
        return path + " "
                + (rowGroups.isEmpty()
                        ? "[]"
                        : Arrays.toString(rowGroups.getFirst().columns().keySet().stream()
                                .sorted()
                                .toArray()));
    }
}
