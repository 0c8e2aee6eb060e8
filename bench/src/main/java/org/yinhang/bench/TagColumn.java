package org.yinhang.bench;

import java.util.Locale;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/**
 * A made-up tag, a function of the customer's number in whole arithmetic that Java and SQL compute alike: two rounds of
 * multiplication modulo the prime 2³¹ − 1 with shifted bits mixed in.
 *
 * @param field name and type
 * @param spread number of different values; for truth how many of 1,000 are true
 * @param missing how many of 1,000 customers have none
 * @param factor of the first round, odd, different for every column
 */
record TagColumn(Field field, int spread, int missing, long factor) {

    private static final long PRIME = 2_147_483_647L;
    private static final long SECOND = 1_103_515_245L;
    private static final long THIRD = 1_566_083_941L;

    static TagColumn of(int number, ValueType type, int spread) {
        String name = "%s_%02d".formatted(type.name().toLowerCase(Locale.ROOT), number);
        return new TagColumn(
                Field.of(name, type, name, name), spread, number * 37 % 200, 48_271L + 2L * 7_919 * number);
    }

    private long mixed(long customer) {
        long first = (customer + 1) * factor % PRIME;
        return (first ^ (first >> 13)) * SECOND % PRIME;
    }

    private boolean isMissing(long mixed) {
        return (mixed ^ (mixed >> 11)) * THIRD % PRIME % 1000 < missing;
    }

    /** Low values are frequent, high ones rare. */
    private long rank(long mixed) {
        long part = mixed % 1000;
        return spread * part * part / 1_000_000;
    }

    /** The values of a block, with the column's dictionary for texts. */
    Vector vector(int block, int rows, Dictionary dictionary) {
        long[] wholes = new long[rows];
        for (int row = 0; row < rows; row++) {
            long mixed = mixed(((long) block << 16) + row);
            wholes[row] = isMissing(mixed) ? Vector.MISSING : value(mixed);
        }
        return switch (field.type()) {
            case TEXT -> {
                int[] codes = new int[rows];
                for (int row = 0; row < rows; row++) {
                    codes[row] = wholes[row] == Vector.MISSING ? Vector.NO_CODE : (int) wholes[row];
                }
                yield new Vector.Codes(codes, dictionary);
            }
            case TRUTH -> {
                byte[] truths = new byte[rows];
                for (int row = 0; row < rows; row++) {
                    truths[row] = wholes[row] == Vector.MISSING ? Vector.UNKNOWN : (byte) wholes[row];
                }
                yield new Vector.Truths(truths);
            }
            case NUMBER -> {
                double[] reals = new double[rows];
                for (int row = 0; row < rows; row++) {
                    reals[row] = wholes[row] == Vector.MISSING ? Double.NaN : (double) wholes[row] / PRIME;
                }
                yield new Vector.Reals(reals);
            }
            case INTEGER, MONEY, RATE, DATE, MOMENT, SET, NOTHING -> new Vector.Wholes(wholes);
        };
    }

    private long value(long mixed) {
        return switch (field.type()) {
            case TRUTH -> mixed % 1000 < spread ? 1 : 0;
            case TEXT, INTEGER -> rank(mixed);
            case MONEY -> mixed % 1000 * (mixed / 1000 % 1000) * 100 + mixed % 100;
            case RATE -> 30_000 + mixed % spread * 500;
            case DATE -> 18_000 + mixed % spread;
            case NUMBER, MOMENT, SET, NOTHING -> mixed;
        };
    }

    /** The dictionary of a text column: {@code v0}, {@code v1}… */
    Dictionary dictionary() {
        Dictionary dictionary = new Dictionary();
        for (int i = 0; i < spread; i++) {
            dictionary.code("v" + i);
        }
        return dictionary;
    }

    /** The type of the column in DuckDB; texts as an enumeration, its fastest. */
    String sqlType() {
        return switch (field.type()) {
            case TEXT -> "ENUM (SELECT 'v' || i FROM range(%d) t(i))".formatted(spread);
            case TRUTH -> "BOOLEAN";
            case NUMBER -> "DOUBLE";
            case DATE -> "DATE";
            case INTEGER, MONEY, RATE, MOMENT, SET, NOTHING -> "BIGINT";
        };
    }

    /** The same value in SQL, from {@code i}, the customer's number. */
    String sql() {
        String mixed = "mixed(i, %d)".formatted(factor);
        String value =
                switch (field.type()) {
                    case TEXT -> "'v' || ranked(%s, %d)".formatted(mixed, spread);
                    case INTEGER -> "ranked(%s, %d)".formatted(mixed, spread);
                    case TRUTH -> "%s %% 1000 < %d".formatted(mixed, spread);
                    case MONEY -> "%1$s %% 1000 * (%1$s // 1000 %% 1000) * 100 + %1$s %% 100".formatted(mixed);
                    case RATE -> "30000 + %s %% %d * 500".formatted(mixed, spread);
                    case DATE -> "DATE '1970-01-01' + (18000 + %s %% %d)::INTEGER".formatted(mixed, spread);
                    case NUMBER, MOMENT, SET, NOTHING -> "%s::DOUBLE / %d".formatted(mixed, PRIME);
                };
        return "CASE WHEN absent(%s) < %d THEN NULL ELSE %s END".formatted(mixed, missing, value);
    }

    /** The functions {@link #sql} uses. */
    static String macros() {
        return """
                CREATE MACRO mixed(i, f) AS xor((i + 1) * f %% %1$d, ((i + 1) * f %% %1$d) >> 13) * %2$d %% %1$d;
                CREATE MACRO absent(m) AS xor(m, m >> 11) * %3$d %% %1$d %% 1000;
                CREATE MACRO ranked(m, n) AS n * (m %% 1000) * (m %% 1000) // 1000000;
                """.formatted(PRIME, SECOND, THIRD);
    }

    static int rows(int block, int customers) {
        return Math.min(Block.ROWS, customers - (block << 16));
    }
}
