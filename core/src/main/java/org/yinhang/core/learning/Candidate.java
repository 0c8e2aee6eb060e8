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

    Sample sample() {
        return sample;
    }

    /** Learns from every row. */
    AdditiveModel fit(int complexity, int rows) {
        return learner.fit(sample, java.util.stream.IntStream.range(0, rows).toArray(), complexity);
    }

    /** Log odds of some training rows, each knowing only what was known when it was to be scored. */
    double[] logOdds(AdditiveModel model, int[] rows) {
        return sample.matrix().logOdds(model, rows);
    }

    /** What came of validating. */
    static final class Validated {

        private final int complexity;
        private final double[] logOdds;
        private final double[] newestLearned;

        Validated(int complexity, double[] logOdds, double[] newestLearned) {
            this.complexity = complexity;
            this.logOdds = logOdds;
            this.newestLearned = newestLearned;
        }

        /** The complexity with the least loss. */
        int complexity() {
            return complexity;
        }

        /** Log odds of the rows checked, fold after fold. */
        double[] logOdds() {
            return logOdds;
        }

        /** For rows in time: log odds of the newest rows each fold learned from, fold after fold. */
        double[] newestLearned() {
            return newestLearned;
        }
    }

    /**
     * Scores the rows checked of rows in time, at the usual complexity: what was best for the last blocks says little about
     * the next.
     *
     * @param newest how many of the newest rows learned from to score as well, by fold
     */
    Validated validateInTime(InnerFolds folds, int newest) {
        double[][] checked = new double[folds.count()][];
        double[][] known = new double[folds.count()][];
        for (int fold = 0; fold < folds.count(); fold++) {
            AdditiveModel model = learner.fit(sample, folds.learn(fold), learner.usualComplexity());
            checked[fold] = logOdds(model, folds.check(fold));
            known[fold] = logOdds(model, folds.newestLearned(fold, newest));
        }
        return new Validated(learner.usualComplexity(), joined(checked), joined(known));
    }

    private static double[] joined(double[][] parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Scores every row checked by a model that did not learn from it and chooses the complexity that does best. */
    Validated validate(InnerFolds folds) {
        int size = folds.checked().length;
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
        return new Validated(best, path[best], new double[0]);
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
