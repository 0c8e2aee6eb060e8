package org.yinhang.core.predicate.record;

import org.yinhang.core.predicate.Value;

/** SQL's three truth values. */
public enum Truth {
    TRUE,
    FALSE,
    MISSING;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    static Truth of(Value value) {
        return value instanceof Value.Truth truth ? of(truth.value()) : MISSING;
    }

    Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case MISSING -> MISSING;
        };
    }

    Value value() {
        return this == MISSING ? Value.missing() : Value.of(this == TRUE);
    }
}
