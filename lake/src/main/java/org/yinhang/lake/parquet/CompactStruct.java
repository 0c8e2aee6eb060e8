package org.yinhang.lake.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One structure of the compact protocol in which Parquet writes its metadata (Apache Thrift, compact protocol
 * specification; field numbers in parquet.thrift). Integers are longs, texts and binaries byte arrays.
 */
final class CompactStruct {

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int STRUCT = 12;

    private final Map<Integer, Object> fields = new HashMap<>();

    /** Where a structure is read from. */
    static final class Source {

        private final byte[] bytes;
        private int at;

        Source(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        /** The first byte not read yet. */
        int at() {
            return at;
        }

        void skip(int count) {
            at += count;
        }

        private long varint() {
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                value |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }

        private long zigzag() {
            long value = varint();
            return (value >>> 1) ^ -(value & 1);
        }

        private byte[] binary() {
            int length = (int) varint();
            byte[] value = new byte[length];
            System.arraycopy(bytes, at, value, 0, length);
            at += length;
            return value;
        }

        private byte[] eightBytes() {
            byte[] value = new byte[8];
            System.arraycopy(bytes, at, value, 0, 8);
            at += 8;
            return value;
        }

        private List<Object> list() {
            int head = bytes[at++];
            int size = (head >>> 4) & 15;
            int type = head & 15;
            if (size == 15) {
                size = (int) varint();
            }
            List<Object> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(type == TRUE || type == FALSE ? (Object) (bytes[at++] == TRUE) : value(type));
            }
            return values;
        }

        private Object value(int type) {
            return switch (type) {
                case TRUE -> true;
                case FALSE -> false;
                case BYTE -> (long) bytes[at++];
                case I16, I32, I64 -> zigzag();
                case DOUBLE -> eightBytes();
                case BINARY -> binary();
                case LIST, SET -> list();
                case STRUCT -> read(this);
                default -> throw new IllegalStateException("thrift type %d at byte %d".formatted(type, at));
            };
        }
    }

    /** Reads one structure and leaves the source behind it. */
    static CompactStruct read(Source source) {
        CompactStruct struct = new CompactStruct();
        int id = 0;
        while (true) {
            int head = source.bytes[source.at++] & 0xFF;
            if (head == 0) {
                return struct;
            }
            int step = head >>> 4;
            id = step == 0 ? (int) source.zigzag() : id + step;
            struct.fields.put(id, source.value(head & 15));
        }
    }

    long whole(int field) {
        return find(field, Long.class).orElseThrow(() -> missing(field));
    }

    int integer(int field) {
        return Math.toIntExact(whole(field));
    }

    CompactStruct struct(int field) {
        return findStruct(field).orElseThrow(() -> missing(field));
    }

    Optional<CompactStruct> findStruct(int field) {
        return find(field, CompactStruct.class);
    }

    Optional<Long> findWhole(int field) {
        return find(field, Long.class);
    }

    Optional<byte[]> findBinary(int field) {
        return find(field, byte[].class);
    }

    byte[] binary(int field) {
        return findBinary(field).orElseThrow(() -> missing(field));
    }

    List<CompactStruct> structs(int field) {
        return elements(field, CompactStruct.class);
    }

    List<byte[]> binaries(int field) {
        return elements(field, byte[].class);
    }

    private <T> List<T> elements(int field, Class<T> type) {
        return find(field, List.class)
                .map(list -> ((List<?>) list).stream().<T>map(type::cast).toList())
                .orElseThrow(() -> missing(field));
    }

    private <T> Optional<T> find(int field, Class<T> type) {
        return Optional.ofNullable(fields.get(field)).map(type::cast);
    }

    private static IllegalStateException missing(int field) {
        return new IllegalStateException("thrift field %d is missing".formatted(field));
    }
}
