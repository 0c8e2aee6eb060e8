package org.yinhang.core.learning;

import java.util.Arrays;

/** A learner with the encoding it reads, the sample it learns from, and how it did on rows it had not learned from. */
final class Candidate {

    private final Learner learner;
    private final Encoding encoding;
    private final Sample sample;

    Candidate(Learner learner, Encoding encoding, Sample sample) {
        this.learner = learner;
        this.encoding = encoding;
        this.sample = sample;
    }

    Learner learner() {
        return learner;
    }

    Encoding encoding() {
        return encoding;
    }

    /** Learns from every row. */
    AdditiveModel fit(int complexity, int rows) {
        return learner.fit(sample, java.util.stream.IntStream.range(0, rows).toArray(), complexity);
    }

    /** What came of validating. */
    static final class Validated {

        private final int complexity;
        private final double[] logOdds;

        Validated(int complexity, double[] logOdds) {
            this.complexity = complexity;
            this.logOdds = logOdds;
        }

        /** The complexity with the least loss. */
        int complexity() {
            return complexity;
        }

        /** Log odds of the rows checked, fold after fold. */
        double[] logOdds() {
            return logOdds;
        }
    }

    /**
     * Scores every row checked by a model that did not learn from it and chooses the complexity that does best. For rows in
     * time it keeps to the usual one: what was best for the last blocks says little about the next.
     */
    Validated validate(InnerFolds folds, boolean inTime) {
        int size = folds.checked().length;
        if (inTime) {
            return new Validated(learner.usualComplexity(), usualLogOdds(folds, size));
        }
        double[][] path = new double[learner.complexities()][size];
        int at = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            double[][] part = learner.path(sample, folds.learn(fold), folds.check(fold));
            for (int complexity = 0; complexity < path.length; complexity++) {
                System.arraycopy(part[complexity], 0, path[complexity], at, part[complexity].length);
            }
            at += folds.check(fold).length;
        }
        int[] checked = folds.checked();
        boolean[] outcomes = new boolean[size];
        for (int i = 0; i < size; i++) {
            outcomes[i] = sample.outcome(checked[i]);
        }
        int best = leastLoss(path, outcomes);
        return new Validated(best, path[best]);
    }

    private double[] usualLogOdds(InnerFolds folds, int size) {
        double[] logOdds = new double[size];
        int at = 0;
        for (int fold = 0; fold < folds.count(); fold++) {
            AdditiveModel model = learner.fit(sample, folds.learn(fold), learner.usualComplexity());
            for (int row : folds.check(fold)) {
                logOdds[at++] =
                        model.logOdds(sample.matrix().values(), sample.matrix().offset(row));
            }
        }
        return logOdds;
    }

    private static int leastLoss(double[][] path, boolean[] outcomes) {
        double[] losses = Arrays.stream(path)
                .mapToDouble(logOdds -> LogLoss.mean(logOdds, outcomes))
                .toArray();
        int best = 0;
        for (int complexity = 1; complexity < losses.length; complexity++) {
            if (losses[complexity] < losses[best]) {
                best = complexity;
            }
        }
        return best;
    }
}
