package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.evaluation.OffPolicy;
import org.yinhang.core.learning.CrossFitting;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * How bad the loans would be that policies let through, though only loans the bank really made have shown how they go: those
 * stand for all like them ({@link OffPolicy}). Chances to be seen and to go bad come from logistic models over what the
 * policies read, each row scored by models that have not seen its customer.
 *
 * @param applications old enough to have an outcome
 * @param outcomes loans among them whose outcome is known
 * @param bad of those
 * @param before how bad the loans would be that the policies in force let through
 * @param after how bad those would be that the changed policies let through
 * @param change by how many bad loans in 1,000 applications the change moves the book
 */
record OutcomeStudy(int applications, int outcomes, int bad, Share before, Share after, Figure change) {

    /** Loans count once they are so many days old. */
    static final int MATURE_DAYS = 180;

    private static final int LEAST_OUTCOMES = 200;
    private static final int LEAST_BAD = 20;
    private static final double PER_MILLE = 1_000;
    private static final double LEAST = 1e-4;
    private static final Target KNOWN = new Target("outcome", "known");
    private static final Target BAD = new Target("loan", "bad");

    /** A figure with its 95 % interval. */
    record Figure(double value, double low, double high) {

        static Figure of(OffPolicy.Estimate estimate, double scale) {
            Interval interval = estimate.interval();
            return new Figure(estimate.value() * scale, interval.low() * scale, interval.high() * scale);
        }
    }

    /**
     * The share of bad loans.
     *
     * @param inversePropensity by weighing
     * @param doublyRobust by weighing and a model
     * @param evidence how many loans seen the estimate is worth
     * @param supported part of the applications let through whose like was ever lent to
     */
    record Share(Figure inversePropensity, Figure doublyRobust, double evidence, double supported) {

        static Share of(OffPolicy.Mean mean) {
            return new Share(
                    Figure.of(mean.inversePropensity(), 1),
                    Figure.of(mean.doublyRobust(), 1),
                    mean.evidence(),
                    mean.supported());
        }
    }

    /** Studies applications old enough; empty where too few loans, or too few bad ones, have been seen. */
    static Optional<OutcomeStudy> of(Rehearser.Played played, LocalDate today) {
        List<Judged> rows = played.rows().stream()
                .filter(row -> row.application().day().plusDays(MATURE_DAYS).isBefore(today))
                .toList();
        boolean[] known = new boolean[rows.size()];
        boolean[] bad = new boolean[rows.size()];
        for (int row = 0; row < known.length; row++) {
            known[row] = rows.get(row).application().isDisbursed();
            bad[row] = known[row] && rows.get(row).application().isBad();
        }
        int outcomes = count(known);
        if (outcomes < LEAST_OUTCOMES || outcomes == known.length || count(bad) < LEAST_BAD) {
            return Optional.empty();
        }
        Table features = ValueTable.of(
                "applications",
                "product",
                rows.stream().map(row -> row.application().product()).toList(),
                played.fields(),
                rows.stream().map(Judged::facts).toList());
        int[] customers =
                rows.stream().mapToInt(row -> row.application().customer()).toArray();
        boolean[] every = new boolean[known.length];
        Arrays.fill(every, true);
        double[] propensities = CrossFitting.chances(features, known, every, customers, KNOWN);
        double[] expected = CrossFitting.chances(features, bad, known, customers, BAD);
        double[] values = new double[known.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = bad[row] ? 1 : 0;
            propensities[row] = Math.max(LEAST, propensities[row]);
        }
        OffPolicy study = new OffPolicy(known, values, propensities, expected);
        boolean[] before = open(rows, false);
        boolean[] after = open(rows, true);
        return Optional.of(new OutcomeStudy(
                rows.size(),
                outcomes,
                count(bad),
                Share.of(study.mean(before)),
                Share.of(study.mean(after)),
                Figure.of(study.change(before, after), PER_MILLE)));
    }

    private static boolean[] open(List<Judged> rows, boolean isAfter) {
        boolean[] open = new boolean[rows.size()];
        for (int row = 0; row < open.length; row++) {
            Judged judged = rows.get(row);
            open[row] = (isAfter ? judged.after() : judged.before()).isOpen();
        }
        return open;
    }

    private static int count(boolean[] truths) {
        int count = 0;
        for (boolean truth : truths) {
            count += truth ? 1 : 0;
        }
        return count;
    }
}
