package org.yinhang.core.scorecard.merging;

import java.util.List;

/** How the event rate may move from the lowest bin of a column to the highest. */
public enum Trend {
    /** Never falls. */
    ASCENDING,
    /** Never rises. */
    DESCENDING,
    /** Rises to one top and falls from there; the top may stand at either end. */
    PEAK,
    /** Falls to one bottom and rises from there; the bottom may stand at either end. */
    VALLEY,
    /** As it likes. */
    NONE,
    /** The plainest of the others that loses little: one direction, else one turn, else none asked for. */
    AUTO;

    /** The directions one after the other: 1 rises, −1 falls, 0 either. */
    List<Integer> phases() {
        return switch (this) {
            case ASCENDING -> List.of(1);
            case DESCENDING -> List.of(-1);
            case PEAK -> List.of(1, -1);
            case VALLEY -> List.of(-1, 1);
            case NONE -> List.of(0);
            case AUTO -> List.of();
        };
    }
}
