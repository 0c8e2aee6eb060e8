package org.yinhang.core.learning;

import java.util.stream.IntStream;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/** Chances of rows by models that have not seen them: logistic, trained on the rows of other subjects. */
public final class CrossFitting {

    private static final int FOLDS = 3;
    private static final int SPREAD = 0x9E3779B9;

    private CrossFitting() {}

    /**
     * The chance of success of every row.
     *
     * @param features by row
     * @param success whether a row succeeded; read only where it may be learned from
     * @param learnable rows that may be learned from
     * @param subjects whom a row is about; rows of one subject are never split
     * @param of what success means
     */
    public static double[] chances(Table features, boolean[] success, boolean[] learnable, int[] subjects, Target of) {
        double[] chances = new double[success.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            int[] learn = IntStream.range(0, subjects.length)
                    .filter(row -> fold(subjects[row]) != out && learnable[row])
                    .toArray();
            int[] score = IntStream.range(0, subjects.length)
                    .filter(row -> fold(subjects[row]) == out)
                    .toArray();
            boolean[] outcomes = new boolean[learn.length];
            for (int i = 0; i < learn.length; i++) {
                outcomes[i] = success[learn[i]];
            }
            ResponseModel model = ResponseTrainer.train(
                    features.select(learn), outcomes, of, TrainingSettings.unordered(ModelKind.LOGISTIC, fold));
            double[] scored = model.probabilities(features.select(score));
            for (int i = 0; i < score.length; i++) {
                chances[score[i]] = scored[i];
            }
        }
        return chances;
    }

    private static int fold(int subject) {
        return Math.floorMod(subject * SPREAD, FOLDS);
    }
}
