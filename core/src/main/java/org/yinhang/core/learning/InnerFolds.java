package org.yinhang.core.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Divides training rows once more, to choose between models by rows they have not learned from: the newest
 * blocks of rows, each after all it is learned from, where rows stand in time; other customers on newer days, where customers are seen
 * on several; otherwise shuffled folds with equal shares of successes.
 */
final class InnerFolds {

    private static final int MOST_BLOCKS = 4;
    private static final double NEWEST_SHARE = 0.35;

    /** Of more rows than this one fold in five is proof enough. */
    private static final int MANY_ROWS = 100_000;

    private final List<int[]> learn = new ArrayList<>();
    private final List<int[]> check = new ArrayList<>();

    private InnerFolds() {}

    static InnerFolds of(boolean[] outcomes, Optional<Observations> observations, TrainingSettings settings) {
        InnerFolds folds = new InnerFolds();
        int rows = outcomes.length;
        if (settings.inTime()) {
            int newest = (int) (NEWEST_SHARE * rows);
            int block = Math.clamp(settings.lag(), 1, Math.max(1, newest));
            for (int blocks = Math.clamp(newest / block, 1, MOST_BLOCKS); blocks > 0; blocks--) {
                int from = rows - blocks * block;
                folds.add(IntStream.range(0, from), IntStream.range(from, from + block));
            }
        } else {
            int count = rows <= 5_000 ? 10 : rows <= 20_000 ? 5 : rows <= MANY_ROWS ? 3 : 5;
            int played = rows <= MANY_ROWS ? count : 1;
            observations.ifPresentOrElse(
                    observed -> folds.addNewer(observed, observed.folds(outcomes, count, settings.seed()), played),
                    () -> folds.addShuffled(shuffled(outcomes, count, settings.seed()), played));
        }
        return folds;
    }

    private void addShuffled(int[] fold, int played) {
        for (int k = 0; k < played; k++) {
            int kept = k;
            add(
                    IntStream.range(0, fold.length).filter(row -> fold[row] != kept),
                    IntStream.range(0, fold.length).filter(row -> fold[row] == kept));
        }
    }

    /** Rows of the newest days are checked by what older days and other customers teach; of one day, by other customers. */
    private void addNewer(Observations observed, int[] fold, int played) {
        int[] days = observed.days();
        int newest = observed.newestFrom();
        boolean oneDay = Arrays.stream(days).allMatch(day -> day >= newest);
        for (int k = 0; k < played; k++) {
            int kept = k;
            add(
                    IntStream.range(0, fold.length).filter(row -> fold[row] != kept && (oneDay || days[row] < newest)),
                    IntStream.range(0, fold.length).filter(row -> fold[row] == kept && days[row] >= newest));
        }
    }

    private void add(IntStream rowsToLearn, IntStream rowsToCheck) {
        learn.add(rowsToLearn.toArray());
        check.add(rowsToCheck.toArray());
    }

    private static int[] shuffled(boolean[] outcomes, int count, long seed) {
        Random random = new Random(seed);
        int[] fold = new int[outcomes.length];
        int next = 0;
        for (boolean outcome : new boolean[] {true, false}) {
            int[] rows = IntStream.range(0, outcomes.length)
                    .filter(row -> outcomes[row] == outcome)
                    .toArray();
            for (int i = rows.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = rows[i];
                rows[i] = rows[j];
                rows[j] = swap;
            }
            for (int row : rows) {
                fold[row] = next++ % count;
            }
        }
        return fold;
    }

    int count() {
        return learn.size();
    }

    int[] learn(int fold) {
        return learn.get(fold);
    }

    int[] check(int fold) {
        return check.get(fold);
    }

    /** The newest {@code most} rows a fold learns from, where rows stand in time; all of them when there are fewer. */
    int[] newestLearned(int fold, int most) {
        int[] rows = learn.get(fold);
        return Arrays.copyOfRange(rows, Math.max(0, rows.length - most), rows.length);
    }

    /** All rows checked, fold after fold. */
    int[] checked() {
        return check.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** The fold of each row checked, in the same order. */
    int[] foldOfChecked() {
        return IntStream.range(0, check.size())
                .flatMap(fold -> Arrays.stream(check.get(fold)).map(row -> fold))
                .toArray();
    }

    /** Whether every division has both outcomes on the side learned from and the rows checked have both as well. */
    boolean canChoose(boolean[] outcomes) {
        return learn.stream().allMatch(rows -> hasBoth(rows, outcomes)) && hasBoth(checked(), outcomes);
    }

    private static boolean hasBoth(int[] rows, boolean[] outcomes) {
        return Arrays.stream(rows).anyMatch(row -> outcomes[row])
                && Arrays.stream(rows).anyMatch(row -> !outcomes[row]);
    }
}
