package org.yinhang.core.learning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Universal Binary JSON (ubjson.org, draft 12), the format XGBoost saves models in. Objects become maps, arrays of
 * one numeric type become {@code double[]}, other arrays lists, numbers doubles.
 */
final class UniversalBinaryJson {

    private final ByteBuffer bytes;

    private UniversalBinaryJson(byte[] document) {
        this.bytes = ByteBuffer.wrap(document);
    }

    /** The document's one object. */
    static Map<String, Object> read(byte[] document) {
        UniversalBinaryJson reader = new UniversalBinaryJson(document);
        reader.expect('{');
        return reader.object();
    }

    private Object value(char type) {
        return switch (type) {
            case '{' -> object();
            case '[' -> array();
            case 'S' -> string();
            case 'T' -> true;
            case 'F' -> false;
            case 'Z' -> "";
            default -> number(type);
        };
    }

    private double number(char type) {
        return switch (type) {
            case 'i' -> bytes.get();
            case 'U' -> bytes.get() & 0xff;
            case 'I' -> bytes.getShort();
            case 'l' -> bytes.getInt();
            case 'L' -> bytes.getLong();
            case 'd' -> bytes.getFloat();
            case 'D' -> bytes.getDouble();
            default ->
                throw new IllegalStateException(
                        "byte %d of the booster: type '%c' (expected: a number)".formatted(bytes.position(), type));
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (peek() != '}') {
            String name = string();
            fields.put(name, value(type()));
        }
        type();
        return fields;
    }

    private Object array() {
        if (peek() == '$') {
            type();
            char element = type();
            expect('#');
            double[] numbers = new double[length()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number(element);
            }
            return numbers;
        }
        List<Object> values = new ArrayList<>();
        if (peek() == '#') {
            type();
            int length = length();
            for (int i = 0; i < length; i++) {
                values.add(value(type()));
            }
            return values;
        }
        while (peek() != ']') {
            values.add(value(type()));
        }
        type();
        return values;
    }

    private String string() {
        byte[] text = new byte[length()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private int length() {
        return Math.toIntExact((long) number(type()));
    }

    private char type() {
        return (char) bytes.get();
    }

    private char peek() {
        return (char) bytes.get(bytes.position());
    }

    private void expect(char wanted) {
        char found = type();
        if (found != wanted) {
            throw new IllegalStateException(
                    "byte %d of the booster: '%c' (expected: '%c')".formatted(bytes.position() - 1, found, wanted));
        }
    }
}
