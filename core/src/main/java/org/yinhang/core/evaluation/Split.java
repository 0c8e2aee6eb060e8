package org.yinhang.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/** How rows are divided into those a model learns from and those it is judged on. */
public sealed interface Split {

    /** Whether rows stand in the order of time, so that a model may only learn from earlier ones. */
    boolean inTime();

    /** How many rows are scored together before their outcomes become known; 1 where rows have no order. */
    default int lag(SplitStep step) {
        return inTime() ? step.test().length : 1;
    }

    /**
     * The steps over a table.
     *
     * @param outcomes one a row; used only to give every fold its share of successes
     * @throws FaultException EVA-1002 when the table is too short for the split
     */
    List<SplitStep> steps(Table table, boolean[] outcomes);

    /**
     * Reads {@code rolling:TRAIN:STEP}, {@code kfold:K:SEED}, {@code time:FRACTION} or {@code column:COL=VALUE}.
     *
     * @throws FaultException EVA-1001 when it is none of these
     */
    static Split parse(String text) {
        String[] parts = text.split(":", 3);
        try {
            return switch (parts[0]) {
                case "rolling" -> new Rolling(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
                case "kfold" -> new KFold(Integer.parseInt(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 0);
                case "time" -> new AtTime(Double.parseDouble(parts[1]));
                case "column" -> new ByColumn(Target.parse(text.substring("column:".length())));
                default -> throw unreadable(text, "It is of no known kind.");
            };
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new FaultException(
                    unreadable(text, "A number is missing.").faults().getFirst(), e);
        } catch (IllegalArgumentException e) {
            throw new FaultException(
                    unreadable(text, String.valueOf(e.getMessage())).faults().getFirst(), e);
        }
    }

    private static FaultException unreadable(String text, String why) {
        return new FaultException(Fault.of(
                "EVA-1001",
                "The split '%s' cannot be read. %s".formatted(text, why),
                "--split",
                "Write rolling:TRAIN:STEP, kfold:K:SEED, time:FRACTION or column:COL=VALUE."));
    }

    private static FaultException tooShort(Table table, String next) {
        return new FaultException(Fault.of(
                "EVA-1002",
                "The table has %d rows, too few for this split.".formatted(table.size()),
                table.name(),
                next));
    }

    /**
     * Learns from the last {@code train} rows and scores the next {@code step}, then moves on by {@code step}.
     *
     * @param train rows to learn from, at least 2
     * @param step rows to score each time, at least 1
     */
    record Rolling(int train, int step) implements Split {

        public Rolling {
            if (train < 2 || step < 1) {
                throw new IllegalArgumentException("TRAIN must be at least 2 and STEP at least 1.");
            }
        }

        @Override
        public boolean inTime() {
            return true;
        }

        /** The last step may be short, but its rows are met as all others are. */
        @Override
        public int lag(SplitStep step) {
            return this.step;
        }

        @Override
        public List<SplitStep> steps(Table table, boolean[] outcomes) {
            if (table.size() <= train) {
                throw tooShort(table, "Give TRAIN fewer than %d rows.".formatted(table.size()));
            }
            List<SplitStep> steps = new ArrayList<>();
            for (int from = train; from < table.size(); from += step) {
                steps.add(new SplitStep(
                        IntStream.range(from - train, from).toArray(),
                        IntStream.range(from, Math.min(from + step, table.size()))
                                .toArray()));
            }
            return steps;
        }

        @Override
        public String toString() {
            return "rolling:" + train + ":" + step;
        }
    }

    /**
     * Shuffles the rows into folds with equal shares of successes; each fold is scored by a model of all the others.
     *
     * @param folds at least 2
     * @param seed of the shuffle
     */
    record KFold(int folds, long seed) implements Split {

        public KFold {
            if (folds < 2) {
                throw new IllegalArgumentException("K must be at least 2.");
            }
        }

        @Override
        public boolean inTime() {
            return false;
        }

        @Override
        public List<SplitStep> steps(Table table, boolean[] outcomes) {
            if (table.size() < folds) {
                throw tooShort(table, "Give K at most %d.".formatted(table.size()));
            }
            int[] fold = stratifiedFolds(outcomes);
            return IntStream.range(0, folds)
                    .mapToObj(k -> new SplitStep(
                            rowsWhere(fold.length, row -> fold[row] != k),
                            rowsWhere(fold.length, row -> fold[row] == k)))
                    .toList();
        }

        /** The fold of each row; within successes and within failures the folds differ by at most one row. */
        int[] stratifiedFolds(boolean[] outcomes) {
            int[] fold = new int[outcomes.length];
            Random random = new Random(seed);
            int next = 0;
            for (boolean outcome : new boolean[] {true, false}) {
                int[] rows = rowsWhere(outcomes.length, row -> outcomes[row] == outcome);
                for (int i = rows.length - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int swap = rows[i];
                    rows[i] = rows[j];
                    rows[j] = swap;
                }
                for (int row : rows) {
                    fold[row] = next++ % folds;
                }
            }
            return fold;
        }

        @Override
        public String toString() {
            return "kfold:" + folds + ":" + seed;
        }
    }

    /**
     * Learns from the first part of the rows and scores the rest.
     *
     * @param fraction share of the rows to learn from, between 0 and 1
     */
    record AtTime(double fraction) implements Split {

        public AtTime {
            if (!(fraction > 0 && fraction < 1)) {
                throw new IllegalArgumentException("FRACTION must lie between 0 and 1.");
            }
        }

        @Override
        public boolean inTime() {
            return true;
        }

        @Override
        public List<SplitStep> steps(Table table, boolean[] outcomes) {
            int cut = (int) Math.floor(table.size() * fraction);
            if (cut < 2 || cut >= table.size()) {
                throw tooShort(table, "Give a longer table or another FRACTION.");
            }
            return List.of(new SplitStep(
                    IntStream.range(0, cut).toArray(),
                    IntStream.range(cut, table.size()).toArray()));
        }

        @Override
        public String toString() {
            return "time:" + fraction;
        }
    }

    /**
     * Learns from the rows where a column holds a value and scores the others.
     *
     * @param condition which rows to learn from
     */
    record ByColumn(Target condition) implements Split {

        @Override
        public boolean inTime() {
            return false;
        }

        @Override
        public List<SplitStep> steps(Table table, boolean[] outcomes) {
            boolean[] learned = condition.outcomes(table);
            return List.of(new SplitStep(
                    rowsWhere(learned.length, row -> learned[row]), rowsWhere(learned.length, row -> !learned[row])));
        }

        @Override
        public String toString() {
            return "column:" + condition;
        }
    }

    private static int[] rowsWhere(int size, java.util.function.IntPredicate condition) {
        return IntStream.range(0, size).filter(condition).toArray();
    }
}
