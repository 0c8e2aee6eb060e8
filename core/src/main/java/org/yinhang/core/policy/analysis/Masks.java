package org.yinhang.core.policy.analysis;

import org.yinhang.core.predicate.record.Truth;

/** Sets of truth values as bits, and what the connectives make of them. */
final class Masks {

    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int MISSING = 4;
    static final int NOT_TRUE = FALSE | MISSING;

    private Masks() {}

    static int of(Truth truth) {
        return switch (truth) {
            case TRUE -> TRUE;
            case FALSE -> FALSE;
            case MISSING -> MISSING;
        };
    }

    static int not(int mask) {
        return ((mask & TRUE) << 1) | ((mask & FALSE) >> 1) | (mask & MISSING);
    }

    /** What {@code a and b} can be when a can be what one mask says, b what the other says. */
    static int and(int a, int b) {
        int result = (a | b) & FALSE;
        result |= a & b & TRUE;
        boolean first = (a & MISSING) != 0 && (b & (TRUE | MISSING)) != 0;
        boolean second = (b & MISSING) != 0 && (a & (TRUE | MISSING)) != 0;
        boolean missing = first || second;
        return missing ? result | MISSING : result;
    }

    static int or(int a, int b) {
        return not(and(not(a), not(b)));
    }
}
