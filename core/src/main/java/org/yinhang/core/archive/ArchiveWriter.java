package org.yinhang.core.archive;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one value after another, each behind its {@link Tag}. */
final class ArchiveWriter {

    private final DataOutputStream out;
    private final Map<String, Integer> words = new HashMap<>();

    ArchiveWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> tag(Tag.NOTHING);
            case Boolean truth -> tag(truth ? Tag.TRUE : Tag.FALSE);
            case Integer number -> {
                tag(Tag.INT);
                out.writeInt(number);
            }
            case Long number -> {
                tag(Tag.LONG);
                out.writeLong(number);
            }
            case Float number -> {
                tag(Tag.FLOAT);
                out.writeFloat(number);
            }
            case Double number -> {
                tag(Tag.DOUBLE);
                out.writeDouble(number);
            }
            case String text -> {
                tag(Tag.WORD);
                word(text);
            }
            case Enum<?> choice -> {
                tag(Tag.CHOICE);
                word(choice.getDeclaringClass().getName());
                word(choice.name());
            }
            case Archived.Archivable archivable -> write(archivable.archived());
            case Record record -> record(record);
            case Optional<?> perhaps -> {
                tag(perhaps.isPresent() ? Tag.PRESENT : Tag.ABSENT);
                if (perhaps.isPresent()) {
                    write(perhaps.get());
                }
            }
            case List<?> list -> {
                tag(Tag.LIST);
                out.writeInt(list.size());
                for (Object item : list) {
                    write(item);
                }
            }
            case Map<?, ?> map -> map(map);
            case int[] numbers -> {
                tag(Tag.INTS);
                out.writeInt(numbers.length);
                for (int number : numbers) {
                    out.writeInt(number);
                }
            }
            case float[] numbers -> {
                tag(Tag.FLOATS);
                floats(numbers);
            }
            case double[] numbers -> {
                tag(Tag.DOUBLES);
                out.writeInt(numbers.length);
                for (double number : numbers) {
                    out.writeDouble(number);
                }
            }
            case boolean[] truths -> {
                tag(Tag.BOOLEANS);
                out.writeInt(truths.length);
                for (boolean truth : truths) {
                    out.writeBoolean(truth);
                }
            }
            case float[][] rows -> {
                tag(Tag.FLOAT_ROWS);
                out.writeInt(rows.length);
                for (float[] row : rows) {
                    floats(row);
                }
            }
            case Object other ->
                throw new IllegalArgumentException("%s: %s (expected: a record or something archivable)"
                        .formatted(other.getClass().getName(), "cannot be kept"));
        }
    }

    private void floats(float[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }

    /** Maps have no order of their own, so entries are written by the order of their keys' text. */
    private void map(Map<?, ?> map) throws IOException {
        tag(Tag.MAP);
        out.writeInt(map.size());
        List<? extends Map.Entry<?, ?>> entries = map.entrySet().stream()
                .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
                .toList();
        for (Map.Entry<?, ?> entry : entries) {
            write(entry.getKey());
            write(entry.getValue());
        }
    }

    private void record(Record record) throws IOException {
        tag(Tag.RECORD);
        word(record.getClass().getName());
        RecordComponent[] components = record.getClass().getRecordComponents();
        out.writeByte(components.length);
        for (RecordComponent component : components) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                write(accessor.invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }

    private void tag(Tag tag) throws IOException {
        out.writeByte(tag.code());
    }

    /** A word is written in full when it first comes up, by its number afterwards. */
    private void word(String text) throws IOException {
        Integer known = words.get(text);
        if (known != null) {
            out.writeInt(known);
            return;
        }
        out.writeInt(words.size());
        words.put(text, words.size());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
