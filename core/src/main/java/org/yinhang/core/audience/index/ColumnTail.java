package org.yinhang.core.audience.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yinhang.core.predicate.vector.Dictionary;

/**
 * The end of a column's file, which says how to read what stands before.
 *
 * @param dictionary texts or labels by number; empty for other types
 * @param blocks one a block
 * @param keyed whether every value of every block has its rows listed
 * @param counts customers with each key listed, missing ones under {@link
 *     org.yinhang.core.predicate.vector.Vector#MISSING}; all values' only when keyed
 * @param quantiles evenly spaced values of a sorted sample, the least and the greatest sampled among them; bits of doubles
 *     for real numbers
 */
record ColumnTail(
        Dictionary dictionary, BlockEntry[] blocks, boolean keyed, SortedMap<Long, Long> counts, long[] quantiles) {

    ByteBuffer bytes() {
        List<byte[]> texts = dictionary.texts().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size = 5 * Integer.BYTES
                + texts.stream().mapToInt(text -> text.length + Integer.BYTES).sum()
                + Arrays.stream(blocks).mapToInt(BlockEntry::bytes).sum()
                + counts.size() * 2 * Long.BYTES
                + quantiles.length * Long.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(texts.size());
        texts.forEach(text -> bytes.putInt(text.length).put(text));
        bytes.putInt(blocks.length);
        for (BlockEntry block : blocks) {
            block.write(bytes);
        }
        bytes.putInt(keyed ? 1 : 0).putInt(counts.size());
        counts.forEach((key, count) -> bytes.putLong(key).putLong(count));
        bytes.putInt(quantiles.length);
        for (long quantile : quantiles) {
            bytes.putLong(quantile);
        }
        return bytes.flip();
    }

    /** Reads what {@link #bytes} wrote; the checksum has been compared before. */
    static ColumnTail read(ByteBuffer unordered) {
        ByteBuffer bytes = unordered.order(ByteOrder.LITTLE_ENDIAN);
        List<String> texts = new ArrayList<>();
        for (int left = bytes.getInt(); left > 0; left--) {
            byte[] text = new byte[bytes.getInt()];
            bytes.get(text);
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        BlockEntry[] blocks = new BlockEntry[bytes.getInt()];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = BlockEntry.read(bytes);
        }
        boolean keyed = bytes.getInt() != 0;
        SortedMap<Long, Long> counts = new TreeMap<>();
        for (int left = bytes.getInt(); left > 0; left--) {
            counts.put(bytes.getLong(), bytes.getLong());
        }
        long[] quantiles = new long[bytes.getInt()];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = bytes.getLong();
        }
        return new ColumnTail(Dictionary.of(texts), blocks, keyed, counts, quantiles);
    }
}
