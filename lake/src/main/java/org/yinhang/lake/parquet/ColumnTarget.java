package org.yinhang.lake.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/**
 * An array that takes the values of a column, each kind with the missing value of its {@link Vector}. A page comes as
 * values that are all there, which are then spread where some are missing.
 */
public sealed interface ColumnTarget {

    /** Takes the values of the dictionary page that belongs to the indices which follow. */
    void dictionary(byte[] page, int type, int count);

    /** Takes values written one after the other. */
    void plain(byte[] page, int from, int type, int count, int at);

    /** Takes values written as places in the dictionary. */
    void indexed(int[] indices, int count, int at);

    /** Moves one value to a place further back. */
    void move(int from, int to);

    /** Marks a place as missing. */
    void missing(int at);

    /** Whole numbers: integers, amounts, days, instants. */
    final class Wholes implements ColumnTarget {

        private static final int INT32 = 1;
        private static final VarHandle INTS = view(int[].class);

        private final long[] values;
        private long[] dictionary = {};

        public Wholes(long[] values) {
            this.values = values;
        }

        @Override
        public void dictionary(byte[] page, int type, int count) {
            dictionary = new long[count];
            read(page, 0, type, count, dictionary, 0);
        }

        @Override
        public void plain(byte[] page, int from, int type, int count, int at) {
            read(page, from, type, count, values, at);
        }

        private static void read(byte[] page, int from, int type, int count, long[] into, int at) {
            if (type == INT32) {
                for (int i = 0; i < count; i++) {
                    into[at + i] = (int) INTS.get(page, from + (i << 2));
                }
            } else {
                little(page, from).asLongBuffer().get(into, at, count);
            }
        }

        @Override
        public void indexed(int[] indices, int count, int at) {
            long[] known = dictionary;
            for (int i = 0; i < count; i++) {
                values[at + i] = known[indices[i]];
            }
        }

        @Override
        public void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        public void missing(int at) {
            values[at] = Vector.MISSING;
        }
    }

    /** 32-bit numbers that are never missing, such as the customer's. */
    final class Integers implements ColumnTarget {

        private final int[] values;
        private int[] dictionary = {};

        public Integers(int[] values) {
            this.values = values;
        }

        @Override
        public void dictionary(byte[] page, int type, int count) {
            dictionary = new int[count];
            little(page, 0).asIntBuffer().get(dictionary);
        }

        @Override
        public void plain(byte[] page, int from, int type, int count, int at) {
            little(page, from).asIntBuffer().get(values, at, count);
        }

        @Override
        public void indexed(int[] indices, int count, int at) {
            int[] known = dictionary;
            for (int i = 0; i < count; i++) {
                values[at + i] = known[indices[i]];
            }
        }

        @Override
        public void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        public void missing(int at) {
            throw new IllegalStateException("a customer number is missing");
        }
    }

    /** Real numbers. */
    final class Reals implements ColumnTarget {

        private final double[] values;
        private double[] dictionary = {};

        public Reals(double[] values) {
            this.values = values;
        }

        @Override
        public void dictionary(byte[] page, int type, int count) {
            dictionary = new double[count];
            little(page, 0).asDoubleBuffer().get(dictionary);
        }

        @Override
        public void plain(byte[] page, int from, int type, int count, int at) {
            little(page, from).asDoubleBuffer().get(values, at, count);
        }

        @Override
        public void indexed(int[] indices, int count, int at) {
            double[] known = dictionary;
            for (int i = 0; i < count; i++) {
                values[at + i] = known[indices[i]];
            }
        }

        @Override
        public void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        public void missing(int at) {
            values[at] = Double.NaN;
        }
    }

    /** True, false or missing. */
    final class Truths implements ColumnTarget {

        private final byte[] values;

        public Truths(byte[] values) {
            this.values = values;
        }

        @Override
        public void dictionary(byte[] page, int type, int count) {
            throw new IllegalStateException("truth values have no dictionary");
        }

        @Override
        public void plain(byte[] page, int from, int type, int count, int at) {
            for (int i = 0; i < count; i++) {
                values[at + i] = (byte) ((page[from + (i >>> 3)] >>> (i & 7)) & 1);
            }
        }

        @Override
        public void indexed(int[] indices, int count, int at) {
            for (int i = 0; i < count; i++) {
                values[at + i] = (byte) indices[i];
            }
        }

        @Override
        public void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        public void missing(int at) {
            values[at] = Vector.UNKNOWN;
        }
    }

    /** Texts as codes of a dictionary that all files of a table share. */
    final class Codes implements ColumnTarget {

        private final int[] values;
        private final Dictionary shared;
        private int[] dictionary = {};

        public Codes(int[] values, Dictionary shared) {
            this.values = values;
            this.shared = shared;
        }

        @Override
        public void dictionary(byte[] page, int type, int count) {
            dictionary = new int[count];
            read(page, 0, count, dictionary, 0);
        }

        @Override
        public void plain(byte[] page, int from, int type, int count, int at) {
            read(page, from, count, values, at);
        }

        private void read(byte[] page, int from, int count, int[] into, int at) {
            ByteBuffer lengths = little(page, 0);
            int next = from;
            for (int i = 0; i < count; i++) {
                int length = lengths.getInt(next);
                into[at + i] = shared.code(new String(page, next + 4, length, StandardCharsets.UTF_8));
                next += 4 + length;
            }
        }

        @Override
        public void indexed(int[] indices, int count, int at) {
            int[] known = dictionary;
            for (int i = 0; i < count; i++) {
                values[at + i] = known[indices[i]];
            }
        }

        @Override
        public void move(int from, int to) {
            values[to] = values[from];
        }

        @Override
        public void missing(int at) {
            values[at] = Vector.NO_CODE;
        }

        /** The codes and what they stand for. */
        public Dictionary shared() {
            return shared;
        }
    }

    private static ByteBuffer little(byte[] page, int from) {
        return ByteBuffer.wrap(page, from, page.length - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
    }

    /** Fills places with the missing value, for a file that lacks the column. */
    default void fillMissing(int from, int until) {
        switch (this) {
            case Wholes wholes -> Arrays.fill(wholes.values, from, until, Vector.MISSING);
            case Reals reals -> Arrays.fill(reals.values, from, until, Double.NaN);
            case Truths truths -> Arrays.fill(truths.values, from, until, Vector.UNKNOWN);
            case Codes codes -> Arrays.fill(codes.values, from, until, Vector.NO_CODE);
            case Integers integers -> integers.missing(from);
        }
    }
}
