package org.yinhang.lake.fold;

import java.util.Arrays;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;

/** Aggregates of codes, and of different values. */
final class Labels {

    private static final int MOST_LABELS = 63;

    private Labels() {}

    /** The most frequent code of each customer; of equally frequent ones the last in byte order. */
    static int[] mode(Selection selection, int[] customers, Vector.Codes values) {
        int[] modes = new int[Numbers.CUSTOMERS];
        Arrays.fill(modes, Vector.NO_CODE);
        int[] counts = new int[values.dictionary().size()];
        int[] rows = selection.rows();
        int from = 0;
        while (from < selection.size()) {
            int customer = customers[rows[from]];
            int until = from;
            int best = Vector.NO_CODE;
            while (until < selection.size() && customers[rows[until]] == customer) {
                int code = values.codes()[rows[until++]];
                if (code != Vector.NO_CODE) {
                    counts[code]++;
                    best = better(code, best, counts, values.dictionary());
                }
            }
            modes[customer] = best;
            for (int i = from; i < until; i++) {
                int code = values.codes()[rows[i]];
                if (code != Vector.NO_CODE) {
                    counts[code] = 0;
                }
            }
            from = until;
        }
        return modes;
    }

    private static int better(int code, int best, int[] counts, Dictionary dictionary) {
        if (best == Vector.NO_CODE || counts[code] > counts[best]) {
            return code;
        }
        boolean tie = code != best && counts[code] == counts[best];
        return tie && isAfter(dictionary.text(code), dictionary.text(best)) ? code : best;
    }

    /** The order of UTF-8 bytes is that of code points. */
    private static boolean isAfter(String text, String other) {
        return Arrays.compare(text.codePoints().toArray(), other.codePoints().toArray()) > 0;
    }

    static long[] different(Selection selection, int[] customers, Vector.Codes values) {
        long[] counts = new long[Numbers.CUSTOMERS];
        int[] seenBy = new int[values.dictionary().size()];
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int code = values.codes()[rows[i]];
            int customer = customers[rows[i]];
            if (code != Vector.NO_CODE && seenBy[code] != customer + 1) {
                seenBy[code] = customer + 1;
                counts[customer]++;
            }
        }
        return counts;
    }

    static long[] different(Selection selection, int[] customers, long[] values) {
        long[] counts = new long[Numbers.CUSTOMERS];
        int[] rows = selection.rows();
        long[] own = new long[64];
        int from = 0;
        while (from < selection.size()) {
            int customer = customers[rows[from]];
            int until = from;
            int known = 0;
            while (until < selection.size() && customers[rows[until]] == customer) {
                long value = values[rows[until++]];
                if (value != Vector.MISSING) {
                    own = known == own.length ? Arrays.copyOf(own, known * 2) : own;
                    own[known++] = value;
                }
            }
            counts[customer] = different(own, known);
            from = until;
        }
        return counts;
    }

    private static long different(long[] values, int count) {
        Arrays.sort(values, 0, count);
        long different = count == 0 ? 0 : 1;
        for (int i = 1; i < count; i++) {
            different += values[i] == values[i - 1] ? 0 : 1;
        }
        return different;
    }

    /** The set of a customer's codes; {@code labels} numbers those that occur, in every block alike. */
    static long[] sets(Selection selection, int[] customers, Vector.Codes values, Dictionary labels) {
        long[] masks = new long[Numbers.CUSTOMERS];
        long[] bits = new long[values.dictionary().size()];
        int[] rows = selection.rows();
        for (int i = 0; i < selection.size(); i++) {
            int code = values.codes()[rows[i]];
            if (code != Vector.NO_CODE) {
                bits[code] = bits[code] == 0 ? bit(values.dictionary().text(code), labels) : bits[code];
                masks[customers[rows[i]]] |= bits[code];
            }
        }
        return masks;
    }

    private static long bit(String text, Dictionary labels) {
        int label = labels.code(text);
        if (label >= MOST_LABELS) {
            throw new FaultException(Fault.of(
                    "TAG-1020",
                    "A set would have more than 63 different labels.",
                    "labels(…)",
                    "Keep fewer by a where, or use mode(…) or distinct(…)."));
        }
        return 1L << label;
    }
}
