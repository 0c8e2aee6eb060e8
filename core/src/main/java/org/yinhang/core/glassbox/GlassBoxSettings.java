package org.yinhang.core.glassbox;

import java.util.Map;

/**
 * How a glass box learns.
 *
 * @param loss what is minimised
 * @param bags models trained on different shares of the rows and averaged, at least 1
 * @param rounds the most times every column is visited
 * @param patience visits without gain on rows left out after which a bag stops; 0 to play every round
 * @param learningRate the share of each correction taken, above 0 and at most 1
 * @param leaves the most steps a single correction of a curve has, 2 or more
 * @param leafRows the fewest rows a step may rest on
 * @param ridge penalty on the square of a step, in rows of average curvature
 * @param pairs the most pairs of columns with a term of their own; 0 for none
 * @param monotone by column name: 1 where the curve may only rise, −1 where it may only fall
 * @param seed of every random choice; equal seeds give equal models
 * @param threads processors to use, at least 1; changes the speed only
 */
public record GlassBoxSettings(
        Loss loss,
        int bags,
        int rounds,
        int patience,
        double learningRate,
        int leaves,
        int leafRows,
        double ridge,
        int pairs,
        Map<String, Integer> monotone,
        long seed,
        int threads) {

    public GlassBoxSettings {
        if (bags < 1 || rounds < 1 || leaves < 2 || threads < 1 || pairs < 0 || patience < 0) {
            throw new IllegalArgumentException("bags: %d, rounds: %d, leaves: %d, threads: %d, pairs: %d"
                    .formatted(bags, rounds, leaves, threads, pairs));
        }
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException(
                    "learning rate: %s (expected: above 0, at most 1)".formatted(learningRate));
        }
        monotone = Map.copyOf(monotone);
    }

    /** What does well on tables of a thousand to some million rows: fewer bags and longer steps where rows are many. */
    public static GlassBoxSettings forRows(int rows, Loss loss, long seed, int threads) {
        boolean few = rows < 100_000;
        return new GlassBoxSettings(
                loss,
                few ? 16 : 4,
                few ? 2_000 : 500,
                few ? 40 : 15,
                few ? 0.05 : 0.1,
                2,
                20,
                5,
                10,
                Map.of(),
                seed,
                threads);
    }

    public GlassBoxSettings withBags(int other) {
        return new GlassBoxSettings(
                loss, other, rounds, patience, learningRate, leaves, leafRows, ridge, pairs, monotone, seed, threads);
    }

    public GlassBoxSettings withPairs(int other) {
        return new GlassBoxSettings(
                loss, bags, rounds, patience, learningRate, leaves, leafRows, ridge, other, monotone, seed, threads);
    }

    public GlassBoxSettings withMonotone(Map<String, Integer> other) {
        return new GlassBoxSettings(
                loss, bags, rounds, patience, learningRate, leaves, leafRows, ridge, pairs, other, seed, threads);
    }

    /** A single model of all rows after exactly so many rounds, as benchmarks want it. */
    public GlassBoxSettings withOneBagOf(int exactRounds) {
        return new GlassBoxSettings(
                loss, 1, exactRounds, 0, learningRate, leaves, leafRows, ridge, pairs, monotone, seed, threads);
    }
}
