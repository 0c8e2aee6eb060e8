package org.yinhang.core.experiment;

import java.util.List;
import org.yinhang.core.algebra.LogGamma;
import org.yinhang.core.evaluation.Significance;

/**
 * Whether units came into the arms as planned (sample ratio mismatch): if not, something between assignment and count is
 * broken, and no difference means anything (Fabijan and others 2019).
 *
 * @param pValue chance of such counts or odder ones, for one look (Pearson's chi-square)
 * @param anyTimePValue the same for a look at any time: the inverse of the Bayes factor against a Dirichlet mixture around
 *     the plan (Lindon and Malek 2022); the smallest over all looks is always valid
 */
public record SampleRatio(double pValue, double anyTimePValue) {

    /** Below this chance the arms are not as planned: strict, since every experiment is tested. */
    public static final double ALARM = 0.001;

    /** How many units' worth the mixture believes in the plan; deviations matter among some ten thousand units. */
    private static final double BELIEF = 10_000;

    /**
     * Tests counts.
     *
     * @param counts units in each arm
     * @param shares planned share of each arm, above 0; their sum need not be 1
     */
    public static SampleRatio of(List<Long> counts, List<Double> shares) {
        if (counts.size() != shares.size()
                || counts.size() < 2
                || shares.stream().anyMatch(share -> !(share > 0))) {
            throw new IllegalArgumentException(
                    "counts: %s, shares: %s (expected: as many, at least 2, shares above 0)".formatted(counts, shares));
        }
        double whole = shares.stream().mapToDouble(Double::doubleValue).sum();
        long units = counts.stream().mapToLong(Long::longValue).sum();
        double chiSquare = 0;
        double logBayesFactor = LogGamma.of(BELIEF) - LogGamma.of(BELIEF + units);
        for (int i = 0; i < counts.size(); i++) {
            double share = shares.get(i) / whole;
            double expected = units * share;
            double off = counts.get(i) - expected;
            chiSquare += units == 0 ? 0 : off * off / expected;
            logBayesFactor += LogGamma.of(BELIEF * share + counts.get(i))
                    - LogGamma.of(BELIEF * share)
                    - counts.get(i) * Math.log(share);
        }
        return new SampleRatio(
                Significance.chiSquare(chiSquare, counts.size() - 1), Math.min(1, Math.exp(-logBayesFactor)));
    }

    /** Whether the arms are not as planned, whenever one looks. */
    public boolean isAlarm() {
        return anyTimePValue < ALARM;
    }
}
