package org.yinhang.audience;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How a list came to be, with all that is needed to draw it again.
 *
 * @param way how
 * @param predicate whom it was drawn from or learned from; empty for a file
 * @param asOf the day its members are of; empty for a file
 * @param stratum the tag whose classes share a sample in proportion; empty for a plain one
 * @param seed every random choice follows from it; empty where there was none
 * @param auc how well the model of a look-alike tells customers it has not seen; empty for others
 */
public record ListOrigin(
        Way way,
        String predicate,
        Optional<LocalDate> asOf,
        Optional<String> stratum,
        Optional<Long> seed,
        Optional<Double> auc) {

    /** The ways a list comes to be. */
    public enum Way {
        /** Somebody brought a file. */
        FILE,
        /** A random part of an audience. */
        SAMPLE,
        /** Customers like those of an audience. */
        LOOK_ALIKE,
        /** An audience as it would have been on a day. */
        DAY;

        /** As the database and messages write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of a file somebody brought. */
    static final ListOrigin BROUGHT =
            new ListOrigin(Way.FILE, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
