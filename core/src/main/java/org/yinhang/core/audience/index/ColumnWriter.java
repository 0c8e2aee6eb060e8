package org.yinhang.core.audience.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/** Writes the file of one column; several threads may write different blocks. */
final class ColumnWriter implements AutoCloseable {

    /** Values kept of a block to tell quantiles by. */
    private static final int SAMPLED = 256;

    private final Field field;
    private final Path path;
    private final FileChannel file;
    private final AtomicLong end = new AtomicLong();
    private final AtomicReferenceArray<@Nullable BlockEntry> entries;
    private final Map<Integer, long[]> samples = new ConcurrentHashMap<>();
    private final Map<Long, Long> counts = new HashMap<>();
    private @Nullable Dictionary dictionary;

    ColumnWriter(Field field, Path path, int blocks) throws IOException {
        this.field = field;
        this.path = path;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.entries = new AtomicReferenceArray<>(blocks);
    }

    /** Whether a block was written. */
    boolean has(int block) {
        return entries.get(block) != null;
    }

    void write(int block, Vector vector, long[] present, Scratch scratch) throws IOException {
        normalise(vector, present, scratch.values);
        BlockEntry entry = ColumnEncoder.encode(field.type(), present, scratch);
        ByteBuffer chunk = scratch.chunk;
        long offset = end.getAndAdd(entry.length());
        while (chunk.hasRemaining()) {
            file.write(chunk, offset + chunk.position());
        }
        if (field.type().isOrdered()) {
            samples.put(block, sample(scratch.values, entry));
        }
        if (!entries.compareAndSet(block, null, entry.at(offset))) {
            throw new IllegalStateException("column %s, block %d: written twice".formatted(field.name(), block));
        }
        count(scratch.keyed);
    }

    private synchronized void count(RowsByKey keyed) {
        for (int i = 0; i < keyed.size(); i++) {
            counts.merge(keyed.key(i), (long) keyed.count(i), Long::sum);
        }
    }

    private static long[] sample(long[] values, BlockEntry entry) {
        int step = Math.max(1, entry.rows() / SAMPLED);
        long[] sample = new long[entry.rows() / step + 1];
        int taken = 0;
        for (int row = 0; row < entry.rows(); row += step) {
            if (values[row] != Vector.MISSING) {
                sample[taken++] = values[row];
            }
        }
        return Arrays.copyOf(sample, taken);
    }

    /** Every kind of vector as whole numbers; rows without a customer are missing. */
    private void normalise(Vector vector, long[] present, long[] values) {
        int rows = Block.length(present);
        switch (vector) {
            case Vector.Wholes wholes -> {
                expect(field.type().isWhole(), vector);
                System.arraycopy(wholes.values(), 0, values, 0, rows);
            }
            case Vector.Reals reals -> {
                expect(field.type() == ValueType.NUMBER, vector);
                for (int row = 0; row < rows; row++) {
                    double real = reals.values()[row];
                    values[row] = Double.isNaN(real) ? Vector.MISSING : Double.doubleToRawLongBits(real + 0.0);
                }
            }
            case Vector.Codes codes -> {
                expect(field.type() == ValueType.TEXT, vector);
                codes(codes, rows, values);
            }
            case Vector.Truths truths -> {
                expect(field.type() == ValueType.TRUTH, vector);
                for (int row = 0; row < rows; row++) {
                    byte truth = truths.values()[row];
                    values[row] = truth == Vector.UNKNOWN ? Vector.MISSING : truth;
                }
            }
            case Vector.Sets sets -> {
                expect(field.type() == ValueType.SET, vector);
                sets(sets, rows, values);
            }
        }
        for (int word = 0; word * Long.SIZE < rows; word++) {
            for (long absent = ~present[word]; absent != 0; absent &= absent - 1) {
                values[word * Long.SIZE + Long.numberOfTrailingZeros(absent)] = Vector.MISSING;
            }
        }
    }

    private void expect(boolean fits, Vector vector) {
        if (!fits) {
            throw new IllegalArgumentException("column %s: %s (expected: values of type %s)"
                    .formatted(field.name(), vector.getClass().getSimpleName(), field.type()));
        }
    }

    private void codes(Vector.Codes vector, int rows, long[] values) {
        Dictionary own = dictionary(vector.dictionary());
        int[] translated = translation(vector.dictionary(), own);
        for (int row = 0; row < rows; row++) {
            int code = vector.codes()[row];
            values[row] = code == Vector.NO_CODE ? Vector.MISSING : translated.length == 0 ? code : translated[code];
        }
    }

    private void sets(Vector.Sets vector, int rows, long[] values) {
        Dictionary own = dictionary(vector.dictionary());
        int[] translated = translation(vector.dictionary(), own);
        for (int row = 0; row < rows; row++) {
            long mask = vector.masks()[row];
            values[row] = mask == Vector.MISSING || translated.length == 0 ? mask : moved(mask, translated);
        }
    }

    private static long moved(long mask, int[] translated) {
        long result = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            result |= 1L << translated[Long.numberOfTrailingZeros(rest)];
        }
        return result;
    }

    /** The numbers of this column for those of another dictionary; empty when they are the same. */
    private static int[] translation(Dictionary from, Dictionary own) {
        return from == own
                ? new int[0]
                : from.texts().stream().mapToInt(own::code).toArray();
    }

    /** The dictionary of the column: the first one met. */
    private synchronized Dictionary dictionary(Dictionary met) {
        if (dictionary == null) {
            dictionary = met;
        }
        return dictionary;
    }

    /** Completes the file and forces it to disk. */
    synchronized ColumnEntry finish(int number) {
        try {
            BlockEntry[] blocks = new BlockEntry[entries.length()];
            boolean keyed = true;
            for (int block = 0; block < blocks.length; block++) {
                BlockEntry entry = entries.get(block);
                blocks[block] = entry == null ? BlockEntry.EMPTY : entry;
                keyed &= blocks[block].keyed();
            }
            ColumnTail tail = new ColumnTail(
                    dictionary == null ? Dictionary.of(List.of()) : dictionary,
                    blocks,
                    keyed,
                    new TreeMap<>(counts),
                    quantiles());
            ByteBuffer bytes = tail.bytes();
            int checksum = Checksums.of(bytes);
            long at = end.get();
            long size = at + bytes.remaining();
            for (long next = at; bytes.hasRemaining(); ) {
                next += file.write(bytes, next);
            }
            file.force(true);
            return new ColumnEntry(
                    number, field.name(), field.type(), path.getFileName().toString(), size, at, checksum);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Evenly spaced values of the sorted sample. */
    private long[] quantiles() {
        LongStream all = samples.values().stream().flatMapToLong(Arrays::stream);
        long[] sorted = field.type() == ValueType.NUMBER
                ? all.mapToDouble(Double::longBitsToDouble)
                        .sorted()
                        .mapToLong(Double::doubleToRawLongBits)
                        .toArray()
                : all.sorted().toArray();
        int kept = Math.min(sorted.length, SAMPLED + 1);
        long[] quantiles = new long[kept];
        for (int i = 0; i < kept; i++) {
            quantiles[i] = sorted[kept == 1 ? 0 : (int) ((long) i * (sorted.length - 1) / (kept - 1))];
        }
        return quantiles;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
