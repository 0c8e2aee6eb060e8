package org.yinhang.lake.tag;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.predicate.vector.Vector;

/** Values kept of every block until all customers were seen, whole numbers in half the room where they fit. */
final class Kept {

    private final Map<Key, Object> values = new ConcurrentHashMap<>();

    private record Key(Object what, int block) {}

    void put(Object what, int block, Vector vector) {
        values.put(new Key(what, block), vector instanceof Vector.Wholes(long[] wholes) ? narrowed(wholes) : vector);
    }

    boolean has(Object what, int block) {
        return values.containsKey(new Key(what, block));
    }

    Vector get(Object what, int block) {
        Object kept = values.get(new Key(what, block));
        if (kept == null) {
            throw new IllegalStateException("nothing was kept of %s".formatted(what));
        }
        return switch (kept) {
            case int[] narrow -> new Vector.Wholes(widened(narrow));
            case Vector vector -> vector;
            default -> throw new IllegalStateException(kept.getClass().toString());
        };
    }

    private static Object narrowed(long[] wholes) {
        int[] narrow = new int[wholes.length];
        for (int i = 0; i < wholes.length; i++) {
            boolean missing = wholes[i] == Vector.MISSING;
            narrow[i] = missing ? Integer.MIN_VALUE : (int) wholes[i];
            if (!missing && (narrow[i] != wholes[i] || narrow[i] == Integer.MIN_VALUE)) {
                return new Vector.Wholes(wholes);
            }
        }
        return narrow;
    }

    private static long[] widened(int[] narrow) {
        long[] wholes = new long[narrow.length];
        for (int i = 0; i < narrow.length; i++) {
            wholes[i] = narrow[i] == Integer.MIN_VALUE ? Vector.MISSING : narrow[i];
        }
        return wholes;
    }
}
