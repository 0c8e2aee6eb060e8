package org.yinhang.core.audience.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/** Columns of every type and width with missing values and absent customers, for tests; a function of its seed. */
public final class RandomColumns {

    private static final int BLOCKS = 3;
    private static final List<String> CITIES = List.of("hangzhou", "ningbo", "wenzhou", "上海", "hang");

    private final Random random;
    private final int numbers;
    private final boolean[] present;
    private final List<Field> fields = new ArrayList<>();
    private final List<Value[]> values = new ArrayList<>();

    public RandomColumns(long seed) {
        random = new Random(seed);
        numbers = 2 * Block.ROWS + 1 + random.nextInt(3000);
        present = new boolean[numbers];
        for (int i = 0; i < numbers; i++) {
            // The middle block has few customers, so that both ways of listing rows are met.
            present[i] = random.nextInt(100) < (Block.of(i) == 1 ? 2 : 97);
        }
        add("city", ValueType.TEXT, () -> Value.of(CITIES.get(Math.min(random.nextInt(5), random.nextInt(5)))));
        add("street", ValueType.TEXT, () -> Value.of("street " + random.nextInt(6000)));
        add("payroll", ValueType.TRUTH, () -> Value.of(random.nextInt(4) == 0));
        add("loans", ValueType.INTEGER, () -> Value.of((long) Math.abs(random.nextGaussian() * 2)));
        add("age", ValueType.INTEGER, () -> Value.of(18L + random.nextInt(60)));
        add("balance", ValueType.MONEY, () -> Value.of((long) (random.nextGaussian() * 100_000)));
        add("turnover", ValueType.MONEY, () -> Value.of((long) (random.nextGaussian() * 1e12)));
        add("rate", ValueType.RATE, () -> Value.of(34_500L + 2_500 * random.nextInt(10)));
        add("granted", ValueType.DATE, () -> Value.of(19_000L + random.nextInt(1500)));
        add("seen", ValueType.MOMENT, () -> Value.of(1_700_000_000_000_000L + random.nextLong(100_000_000_000_000L)));
        add("unscored", ValueType.NUMBER, Value::missing);
        add("score", ValueType.NUMBER, () -> Value.of(random.nextInt(10) == 0 ? 0.0 : random.nextGaussian()));
        add("scenes", ValueType.SET, () -> {
            TreeSet<String> labels = new TreeSet<>();
            for (String scene : List.of("car", "home", "study", "travel")) {
                if (random.nextInt(3) == 0) {
                    labels.add(scene);
                }
            }
            return new Value.Labels(labels);
        });
        add("nothing", ValueType.INTEGER, Value::missing);
        add("constant", ValueType.INTEGER, () -> Value.of(-7L));
    }

    private void add(String name, ValueType type, Supplier<Value> draw) {
        int missing = name.equals("constant") ? 0 : random.nextInt(30);
        Value[] column = new Value[numbers];
        for (int i = 0; i < numbers; i++) {
            Value value = draw.get();
            column[i] = random.nextInt(100) < missing ? Value.missing() : value;
        }
        fields.add(Field.of(name, type, name, name));
        values.add(column);
    }

    public int numbers() {
        return numbers;
    }

    public boolean isPresent(int customer) {
        return present[customer];
    }

    public List<Field> fields() {
        return fields;
    }

    public Field field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    public Value value(int column, int customer) {
        return values.get(column)[customer];
    }

    /** Writes all of it from two threads, texts with a dictionary of each block's own where {@code apart}. */
    public void write(Path folder, boolean apart) throws IOException {
        IndexSubject subject = IndexSubject.of(LocalDate.of(2026, 6, 30), numbers);
        try (IndexWriter writer = IndexWriter.create(folder, subject, fields)) {
            List<Dictionary> shared = fields.stream().map(f -> new Dictionary()).toList();
            IntStream.range(0, BLOCKS).parallel().forEach(block -> {
                long[] words = new long[Block.WORDS];
                int end = Math.min(Block.ROWS, numbers - block * Block.ROWS);
                for (int row = 0; row < end; row++) {
                    words[row >>> 6] |= present[block * Block.ROWS + row] ? 1L << row : 0;
                }
                writer.customers(block, words);
                for (int column = 0; column < fields.size(); column++) {
                    try {
                        Dictionary dictionary = apart ? new Dictionary() : shared.get(column);
                        writer.column(column, block, vector(column, block, dictionary));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
            writer.finish();
        }
    }

    /** A block of a column, absent customers filled with something. */
    public Vector vector(int column, int block, Dictionary dictionary) {
        int rows = Math.min(Block.ROWS, numbers - block * Block.ROWS);
        Value[] all = Arrays.copyOfRange(values.get(column), block * Block.ROWS, block * Block.ROWS + rows);
        return switch (fields.get(column).type()) {
            case TEXT ->
                new Vector.Codes(
                        Arrays.stream(all)
                                .mapToInt(value -> value instanceof Value.Text text
                                        ? dictionary.code(text.value())
                                        : Vector.NO_CODE)
                                .toArray(),
                        dictionary);
            case TRUTH -> {
                byte[] truths = new byte[rows];
                for (int i = 0; i < rows; i++) {
                    truths[i] = truth(all[i]);
                }
                yield new Vector.Truths(truths);
            }
            case NUMBER ->
                new Vector.Reals(Arrays.stream(all)
                        .mapToDouble(value -> value instanceof Value.Real real ? real.value() : Double.NaN)
                        .toArray());
            case SET ->
                new Vector.Sets(
                        Arrays.stream(all)
                                .mapToLong(value -> value instanceof Value.Labels labels
                                        ? labels.value().stream()
                                                .mapToLong(label -> 1L << dictionary.code(label))
                                                .sum()
                                        : Vector.MISSING)
                                .toArray(),
                        dictionary);
            case INTEGER, MONEY, RATE, DATE, MOMENT ->
                new Vector.Wholes(Arrays.stream(all)
                        .mapToLong(value -> value instanceof Value.Whole whole ? whole.value() : Vector.MISSING)
                        .toArray());
            case NOTHING -> throw new IllegalStateException();
        };
    }

    private static byte truth(Value value) {
        if (value instanceof Value.Truth truth) {
            return truth.value() ? Vector.TRUE : Vector.FALSE;
        }
        return Vector.UNKNOWN;
    }
}
