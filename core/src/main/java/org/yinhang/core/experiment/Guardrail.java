package org.yinhang.core.experiment;

/**
 * A metric that must not get worse by more than a margin, whatever the goal gains.
 *
 * @param margin by what share of the control's it may move the wrong way, above 0
 * @param direction which way is wrong
 */
public record Guardrail(double margin, Direction direction) {

    public Guardrail {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("margin: %s (expected: above 0)".formatted(margin));
        }
    }

    /** Which way is wrong. */
    public enum Direction {
        /** It must not fall, as income must not. */
        FALL,
        /** It must not rise, as complaints must not. */
        RISE
    }

    /** What a range of the lift says. */
    public enum Verdict {
        /** The whole range is on the safe side of the margin: shown not to be worse. */
        SAFE,
        /** The whole range is beyond the margin. */
        BROKEN,
        /** Too early or too few to tell. */
        OPEN
    }

    /** The verdict on a range of the lift. */
    public Verdict verdict(Range lift) {
        double worst = direction == Direction.FALL ? lift.low() : -lift.high();
        double best = direction == Direction.FALL ? lift.high() : -lift.low();
        if (worst > -margin) {
            return Verdict.SAFE;
        }
        return best < -margin ? Verdict.BROKEN : Verdict.OPEN;
    }
}
