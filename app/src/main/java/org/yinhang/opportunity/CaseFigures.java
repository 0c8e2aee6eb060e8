package org.yinhang.opportunity;

import java.util.Locale;
import org.yinhang.core.evaluation.Interval;

/**
 * What came of the contacts with a success case, beside those about the same product without it in the same time.
 *
 * @param with the contacts in which it was used
 * @param without the others
 */
public record CaseFigures(Arm with, Arm without) {

    /** Fewer conversations than these on either side say nothing. */
    public static final int ENOUGH = 30;

    /** Nobody has called yet. */
    public static final CaseFigures NONE = new CaseFigures(Arm.NONE, Arm.NONE);

    /** What the figures say. */
    public enum Word {
        TOO_FEW,
        NO_DIFFERENCE,
        BETTER,
        WORSE;

        /** The message key of what it says. */
        public String messageKey() {
            return "opportunity.case.word." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One side.
     *
     * @param contacts recorded
     * @param reached where somebody spoke with the customer
     * @param agreed of those reached, who agreed to come or applied
     */
    public record Arm(int contacts, int reached, int agreed) {

        static final Arm NONE = new Arm(0, 0, 0);

        /** The part of the contacts in which somebody was reached; NaN without contacts. */
        public double reachedRate() {
            return contacts == 0 ? Double.NaN : (double) reached / contacts;
        }

        /** The part of those reached who agreed; NaN where nobody was reached. */
        public double agreedRate() {
            return reached == 0 ? Double.NaN : (double) agreed / reached;
        }

        /** The 95 % interval of Wilson of {@link #reachedRate}. */
        public Interval reachedRange() {
            return Interval.wilson(reached, contacts);
        }

        /** The 95 % interval of Wilson of {@link #agreedRate}. */
        public Interval agreedRange() {
            return Interval.wilson(agreed, reached);
        }
    }

    /** How much larger the part that agreed is with it, with 95 % confidence (Newcombe 1998, Statistics in Medicine 17, 873–890, method 10). */
    public Interval difference() {
        return Interval.difference(with.agreed, with.reached, without.agreed, without.reached);
    }

    /** What the figures say, and no more than that. */
    public Word word() {
        if (Math.min(with.reached, without.reached) < ENOUGH) {
            return Word.TOO_FEW;
        }
        Interval difference = difference();
        if (difference.contains(0)) {
            return Word.NO_DIFFERENCE;
        }
        return difference.low() > 0 ? Word.BETTER : Word.WORSE;
    }
}
