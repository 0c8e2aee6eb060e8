package org.yinhang.core.evaluation;

import java.util.Arrays;

/**
 * What a rule would have brought, judged by what happened under another. Outcomes are known only of rows the old rule took;
 * each such row stands for all like it. Two estimates: by inverse propensity (Horvitz, Thompson 1952) and doubly robust
 * (Robins, Rotnitzky, Zhao 1994; Dudík, Langford, Li 2011), which stays right when either the propensities or the
 * expected outcomes are. Propensities and expected outcomes of a row must come from models that have not seen the row.
 */
public final class OffPolicy {

    /** Rows taken more rarely than this carry no evidence of their like; the rule is judged on the others. */
    public static final double LEAST_PROPENSITY = 0.02;

    private final boolean[] known;
    private final double[] outcomes;
    private final double[] propensities;
    private final double[] expected;

    /**
     * The past.
     *
     * @param known whether the outcome of a row is known
     * @param outcomes by row; read only where known
     * @param propensities chance that the outcome of a row came to be known, above 0 to 1
     * @param expected outcome of a row by a model
     */
    public OffPolicy(boolean[] known, double[] outcomes, double[] propensities, double[] expected) {
        if (outcomes.length != known.length || propensities.length != known.length || expected.length != known.length) {
            throw new IllegalArgumentException("columns of %d, %d, %d and %d rows (expected: equally many)"
                    .formatted(known.length, outcomes.length, propensities.length, expected.length));
        }
        this.known = known.clone();
        this.outcomes = outcomes.clone();
        this.propensities = propensities.clone();
        this.expected = expected.clone();
    }

    /** A figure with its 95 % interval; unknown where the rule takes nothing that was ever seen. */
    public record Estimate(double value, Interval interval) {}

    /**
     * The mean outcome of the rows a rule takes, or the difference of two such means.
     *
     * @param inversePropensity each known row weighed by how rarely its like is known, weights summing to one
     * @param doublyRobust the model's expectation, mended by what it missed on known rows
     * @param evidence how many equally weighed known rows the estimate is worth (Kish's effective sample size)
     * @param supported share of the rows the rule takes whose like is ever known
     */
    public record Mean(Estimate inversePropensity, Estimate doublyRobust, double evidence, double supported) {}

    /** The mean outcome of the rows a rule takes, of those whose like is ever known. */
    public Mean mean(boolean[] taken) {
        double[] rule = supported(taken);
        double all = count(taken);
        double rows = Arrays.stream(rule).sum();
        return new Mean(weighed(rule).estimate(), robust(rule).estimate(), evidence(rule), all > 0 ? rows / all : 0);
    }

    /**
     * By how much the sum of outcomes changes, doubly robust, per row of the past, when one rule takes another's place.
     *
     * @param before rows the first rule takes
     * @param after rows the second takes
     */
    public Estimate change(boolean[] before, boolean[] after) {
        double[] first = supported(before);
        double[] second = supported(after);
        double[] change = new double[known.length];
        for (int row = 0; row < known.length; row++) {
            change[row] = robust(second, row) - robust(first, row);
        }
        double[] one = new double[known.length];
        Arrays.fill(one, 1);
        return residuals(change, one).estimate();
    }

    /**
     * By how much the mean outcome of the rows a rule takes differs between two ways of treating them, as in a trial whose arms
     * are known with their propensities: here those known under the first way, there under the second.
     *
     * @param other the same rows under the other way; what is known there is not known here
     * @param taken rows the rule takes; of these, those seen under both ways often enough
     */
    public Mean minus(OffPolicy other, boolean[] taken) {
        double[] here = supported(taken);
        double[] there = other.supported(taken);
        double[] rule = new double[here.length];
        for (int row = 0; row < rule.length; row++) {
            rule[row] = here[row] * there[row];
        }
        Residuals weighed = weighed(rule).minus(other.weighed(rule));
        Residuals robust = robust(rule).minus(other.robust(rule));
        double rows = Arrays.stream(rule).sum();
        double all = count(taken);
        return new Mean(
                weighed.estimate(),
                robust.estimate(),
                Math.min(evidence(rule), other.evidence(rule)),
                all > 0 ? rows / all : 0);
    }

    /** A figure, and what each row moves it by; independent rows make its standard error the root of their squares' sum. */
    private record Residuals(double value, double[] moves) {

        Residuals minus(Residuals other) {
            double[] difference = new double[moves.length];
            for (int row = 0; row < moves.length; row++) {
                difference[row] = moves[row] - other.moves[row];
            }
            return new Residuals(value - other.value, difference);
        }

        Estimate estimate() {
            double squares = Arrays.stream(moves).map(move -> move * move).sum();
            return Double.isNaN(value)
                    ? new Estimate(Double.NaN, Interval.UNKNOWN)
                    : new Estimate(value, Interval.normal(value, Math.sqrt(squares)));
        }
    }

    private Residuals weighed(double[] rule) {
        double[] weights = new double[known.length];
        double[] weighted = new double[known.length];
        for (int row = 0; row < known.length; row++) {
            weights[row] = known[row] ? rule[row] / propensities[row] : 0;
            weighted[row] = known[row] ? weights[row] * outcomes[row] : 0;
        }
        return residuals(weighted, weights);
    }

    private Residuals robust(double[] rule) {
        double[] robust = new double[known.length];
        for (int row = 0; row < known.length; row++) {
            robust[row] = robust(rule, row);
        }
        return residuals(robust, rule);
    }

    private double evidence(double[] rule) {
        double weight = 0;
        double squares = 0;
        for (int row = 0; row < known.length; row++) {
            double one = known[row] ? rule[row] / propensities[row] : 0;
            weight += one;
            squares += one * one;
        }
        return squares > 0 ? weight * weight / squares : 0;
    }

    private double robust(double[] rule, int row) {
        if (rule[row] == 0) {
            return 0;
        }
        double mended = known[row] ? (outcomes[row] - expected[row]) / propensities[row] : 0;
        return rule[row] * (expected[row] + mended);
    }

    private double[] supported(boolean[] taken) {
        if (taken.length != known.length) {
            throw new IllegalArgumentException("%d rows (expected: %d)".formatted(taken.length, known.length));
        }
        double[] rule = new double[taken.length];
        for (int row = 0; row < taken.length; row++) {
            rule[row] = taken[row] && propensities[row] >= LEAST_PROPENSITY ? 1 : 0;
        }
        return rule;
    }

    private static double count(boolean[] taken) {
        double count = 0;
        for (boolean one : taken) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** The ratio of two sums over rows, its standard error by linearisation (delta method). */
    private static Residuals residuals(double[] above, double[] below) {
        double sum = Arrays.stream(below).sum();
        double ratio = sum > 0 ? Arrays.stream(above).sum() / sum : Double.NaN;
        double[] moves = new double[above.length];
        for (int row = 0; row < above.length; row++) {
            moves[row] = (above[row] - ratio * below[row]) / sum;
        }
        return new Residuals(ratio, moves);
    }
}
