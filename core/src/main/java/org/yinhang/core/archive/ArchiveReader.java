package org.yinhang.core.archive;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ArchiveWriter} wrote. */
final class ArchiveReader {

    private static final String OWN = "org.yinhang.core.";

    private final DataInputStream in;
    private final List<String> words = new ArrayList<>();

    ArchiveReader(DataInputStream in) {
        this.in = in;
    }

    @Nullable
    Object read() throws IOException, ReflectiveOperationException {
        return switch (Tag.of(in.readUnsignedByte())) {
            case NOTHING -> null;
            case TRUE -> true;
            case FALSE -> false;
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            case WORD -> word();
            case CHOICE -> choice();
            case RECORD -> record();
            case PRESENT -> Optional.of(Objects.requireNonNull(read()));
            case ABSENT -> Optional.empty();
            case LIST -> list();
            case MAP -> map();
            case INTS -> {
                int[] numbers = new int[size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = in.readInt();
                }
                yield numbers;
            }
            case FLOATS -> floats();
            case DOUBLES -> {
                double[] numbers = new double[size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = in.readDouble();
                }
                yield numbers;
            }
            case BOOLEANS -> {
                boolean[] truths = new boolean[size()];
                for (int i = 0; i < truths.length; i++) {
                    truths[i] = in.readBoolean();
                }
                yield truths;
            }
            case FLOAT_ROWS -> {
                float[][] rows = new float[size()][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = floats();
                }
                yield rows;
            }
        };
    }

    private int size() throws IOException {
        int size = in.readInt();
        if (size < 0) {
            throw new IllegalArgumentException("a size of " + size);
        }
        return size;
    }

    private float[] floats() throws IOException {
        float[] numbers = new float[size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

    private List<Object> list() throws IOException, ReflectiveOperationException {
        int size = size();
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(Objects.requireNonNull(read()));
        }
        return List.copyOf(items);
    }

    private Map<Object, Object> map() throws IOException, ReflectiveOperationException {
        int size = size();
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = Objects.requireNonNull(read());
            entries.put(key, Objects.requireNonNull(read()));
        }
        return Map.copyOf(entries);
    }

    private Object choice() throws IOException, ReflectiveOperationException {
        Class<?> type = own(word());
        String name = word();
        return Arrays.stream(Objects.requireNonNullElse(type.getEnumConstants(), new Object[0]))
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no choice " + name + " in " + type.getName()));
    }

    private Object record() throws IOException, ReflectiveOperationException {
        Class<?> type = own(word());
        int count = in.readUnsignedByte();
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = read();
        }
        Constructor<?> constructor = constructor(type, count);
        constructor.setAccessible(true);
        try {
            Object made = constructor.newInstance(values);
            return made instanceof Archived<?> archived ? Objects.requireNonNull(archived.restore()) : made;
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getName() + " refuses what it is given", e);
        }
    }

    /** The record's own constructor, or for one written when it had fewer parts the constructor that still takes those. */
    private static Constructor<?> constructor(Class<?> type, int count) throws NoSuchMethodException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || components.length < count) {
            throw otherParts(type);
        }
        if (components.length == count) {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        }
        List<Constructor<?>> fitting = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == count)
                .toList();
        if (fitting.size() != 1) {
            throw otherParts(type);
        }
        return fitting.getFirst();
    }

    private static IllegalArgumentException otherParts(Class<?> type) {
        return new IllegalArgumentException(type.getName() + " is made of other parts in this release");
    }

    private static Class<?> own(String name) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            throw new IllegalArgumentException("a foreign type " + name);
        }
        return Class.forName(name);
    }

    private String word() throws IOException {
        int number = in.readInt();
        if (number >= 0 && number < words.size()) {
            return words.get(number);
        }
        if (number != words.size()) {
            throw new IllegalArgumentException("a word without a number");
        }
        int length = size();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        String word = new String(bytes, StandardCharsets.UTF_8);
        words.add(word);
        return word;
    }
}
