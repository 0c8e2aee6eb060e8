package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/** What models say of rows they have not seen, trained on the rows of other subjects. */
public final class CrossFitting {

    private static final int FOLDS = 3;
    private static final int SPREAD = 0x9E3779B9;

    private CrossFitting() {}

    /**
     * The chance of success of every row, by logistic models.
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
            int[] learn = Arrays.stream(outside(fold, subjects))
                    .filter(row -> learnable[row])
                    .toArray();
            int[] score = inside(fold, subjects);
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

    /**
     * The value of every row, by boosted trees.
     *
     * @param features by row
     * @param values to learn
     * @param subjects whom a row is about; rows of one subject are never split
     * @param most rows a model learns from, about; drawn by lot where there are more
     * @throws FaultException LRN-1002 where boosted trees cannot run
     */
    public static double[] values(Table features, double[] values, int[] subjects, int most) {
        double[] expected = new double[values.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] learn = someOf(outside(fold, subjects), most, new Random(fold));
            int[] score = inside(fold, subjects);
            double[] wanted =
                    Arrays.stream(learn).mapToDouble(row -> values[row]).toArray();
            ValueModel model = ValueTrainer.train(
                    features.select(learn), wanted, TrainingSettings.unordered(ModelKind.BOOSTED, fold));
            double[] scored = model.values(features.select(score));
            for (int i = 0; i < score.length; i++) {
                expected[score[i]] = scored[i];
            }
        }
        return expected;
    }

    /** About so many of the rows, each as likely as the others. */
    private static int[] someOf(int[] rows, int most, Random random) {
        double share = (double) most / rows.length;
        return Arrays.stream(rows).filter(_ -> random.nextDouble() < share).toArray();
    }

    private static int[] inside(int fold, int[] subjects) {
        return IntStream.range(0, subjects.length)
                .filter(row -> fold(subjects[row]) == fold)
                .toArray();
    }

    private static int[] outside(int fold, int[] subjects) {
        return IntStream.range(0, subjects.length)
                .filter(row -> fold(subjects[row]) != fold)
                .toArray();
    }

    private static int fold(int subject) {
        return Math.floorMod(subject * SPREAD, FOLDS);
    }
}
