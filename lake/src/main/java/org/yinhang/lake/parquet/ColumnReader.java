package org.yinhang.lake.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.yinhang.lake.LakeException;
import org.yinhang.lake.parquet.ParquetFile.ColumnChunk;

/**
 * Turns the pages of a column into values of an array. Knows what the lake's engine writes: version 1 pages, plain,
 * dictionary and run-length encoding, zstd or none. Keeps its buffers between columns; one thread at a time.
 */
public final class ColumnReader {

    private static final int UNCOMPRESSED = 0;
    private static final int ZSTD = 6;
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;

    private byte[] chunkBytes = {};
    private byte[] page = {};
    private int[] indices = {};
    private int[] levels = {};

    /** Reads every value of a chunk into a target, from a place on. */
    public void read(ParquetFile file, ColumnChunk chunk, ColumnTarget target, int at) {
        try {
            chunkBytes = atLeast(chunkBytes, chunk.length());
            file.read(chunk, chunkBytes);
            CompactStruct.Source source = new CompactStruct.Source(chunkBytes, 0);
            int done = 0;
            while (done < chunk.values()) {
                CompactStruct header = CompactStruct.read(source);
                int compressed = header.integer(3);
                int size = unpack(chunk.codec(), source.at(), compressed, header.integer(2));
                switch (header.integer(1)) {
                    case DICTIONARY_PAGE ->
                        target.dictionary(page, chunk.type(), header.struct(7).integer(1));
                    case DATA_PAGE -> done += values(header.struct(5), chunk, size, target, at + done);
                    default -> throw new IllegalStateException("page type " + header.integer(1));
                }
                source.skip(compressed);
            }
        } catch (IOException | RuntimeException e) {
            throw new LakeException("read a column of " + file, e);
        }
    }

    private int unpack(int codec, int from, int compressed, int size) {
        page = atLeast(page, size + BitPacked.SLACK);
        switch (codec) {
            case UNCOMPRESSED -> System.arraycopy(chunkBytes, from, page, 0, size);
            case ZSTD -> {
                long written = Zstd.decompressByteArray(page, 0, size, chunkBytes, from, compressed);
                if (written != size) {
                    throw new IllegalStateException("a page is damaged: " + Zstd.getErrorName(written));
                }
            }
            default -> throw new IllegalStateException("compression " + codec);
        }
        return size;
    }

    private int values(CompactStruct header, ColumnChunk chunk, int size, ColumnTarget target, int at) {
        int count = header.integer(1);
        int from = 0;
        int present = count;
        if (chunk.optional()) {
            int length = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
            from = 4 + length;
            present = levels(count);
        }
        switch (header.integer(2)) {
            case PLAIN -> target.plain(page, from, chunk.type(), present, at);
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                if (present > 0) {
                    decode(from + 1, page[from], present);
                    target.indexed(indices, present, at);
                }
            }
            case RLE -> {
                decode(from + 4, 1, present);
                target.indexed(indices, present, at);
            }
            default -> throw new IllegalStateException("encoding %d of %d bytes".formatted(header.integer(2), size));
        }
        if (present < count) {
            spread(target, at, count, present);
        }
        return count;
    }

    private void decode(int from, int width, int count) {
        indices = indices.length < count ? new int[count] : indices;
        BitPacked.decode(page, from, width, count, indices, 0);
    }

    /** Reads which values are there and gives how many; the usual page without missing values costs nothing. */
    private int levels(int count) {
        int run = 0;
        int shift = 0;
        int at = 4;
        byte next;
        do {
            next = page[at++];
            run |= (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        if ((run & 1) == 0 && run >>> 1 >= count && page[at] == 1) {
            return count;
        }
        levels = levels.length < count ? new int[count] : levels;
        BitPacked.decode(page, 4, 1, count, levels, 0);
        int present = 0;
        for (int i = 0; i < count; i++) {
            present += levels[i];
        }
        return present;
    }

    private void spread(ColumnTarget target, int at, int count, int present) {
        int from = present;
        for (int i = count - 1; i >= 0; i--) {
            if (levels[i] == 1) {
                target.move(at + --from, at + i);
            } else {
                target.missing(at + i);
            }
        }
    }

    private static byte[] atLeast(byte[] buffer, int size) {
        return buffer.length < size ? new byte[size + (size >>> 2)] : buffer;
    }
}
