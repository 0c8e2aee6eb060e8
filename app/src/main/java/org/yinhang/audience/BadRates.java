package org.yinhang.audience;

import java.util.Comparator;
import java.util.List;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.Strata;
import org.yinhang.core.audience.Strata.Stratum;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/**
 * How loans went with the customers of each class of a tag. A customer counts once, as bad where a loan of theirs was ever more
 * than 90 days late; today's class is looked at, whenever the loan was.
 *
 * @param borrowers customers who ever had a loan
 * @param bad those of them with a bad one
 * @param parts by class; of texts those with the most borrowers first, numbers in their order
 */
public record BadRates(int borrowers, int bad, List<Part> parts) {

    /** The tag that says how late a customer's loans have ever been, in days; without a value for who never had one. */
    static final String LATENESS = "worst_days_past_due";

    /** More days late than these, and a loan counts as bad (the bank regulator's line for non-performing). */
    static final int DAYS = 90;

    /** Of fewer borrowers no rate is told. */
    public static final int FEWEST = 30;

    private static final int MOST = 24;

    public BadRates {
        parts = List.copyOf(parts);
    }

    /** The customers of one class, from its least value to its greatest. */
    public record Part(Value from, Value upTo, int borrowers, int bad) {

        /** Whether these have no value at all. */
        public boolean isWithout() {
            return from.isMissing() && upTo.isMissing();
        }

        /** Whether there are enough of them for a rate. */
        public boolean isTold() {
            return borrowers >= FEWEST;
        }

        public double rate() {
            return (double) bad / borrowers;
        }

        /** Where it lies with 95 % confidence. */
        public Interval interval() {
            return Interval.wilson(bad, borrowers);
        }
    }

    /** Parts borrowers by the classes of a column that gives each one value. */
    static BadRates of(Index index, IndexColumn column, Audience borrowers, Audience bad) {
        List<Part> parts = Strata.of(index, column, borrowers).stream()
                .map(stratum -> part(stratum, bad))
                .toList();
        List<Part> shown = column.type() == ValueType.TEXT
                ? parts.stream()
                        .sorted(Comparator.comparingInt(Part::borrowers).reversed())
                        .limit(MOST)
                        .toList()
                : parts;
        return new BadRates(borrowers.count(), bad.count(), shown);
    }

    private static Part part(Stratum stratum, Audience bad) {
        return new Part(
                stratum.from(),
                stratum.upTo(),
                stratum.members().count(),
                stratum.members().intersect(bad).count());
    }

    public double rate() {
        return (double) bad / borrowers;
    }
}
