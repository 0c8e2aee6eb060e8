package org.yinhang.core.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Moves the log odds of rows in time by one number, so that the newest outcomes known come out at their real rate
 * ("calibration in the large"): a model that learned from years lags behind a success rate that has just moved. How many
 * outcomes count as newest is chosen where the answer is known already: at the start and in the middle of each block of training
 * rows the correction is learned from the rows before and judged on the rest of the block. One number leaves the order of rows as it is.
 */
final class LevelCorrection {

    /** Numbers of newest outcomes to choose from, half a power of ten apart. */
    private static final int[] WINDOWS = {100, 300, 1_000, 3_000};

    /** How far, in log odds, a level is thought to move before anything is seen: draws corrections by few rows to none. */
    private static final double USUAL_MOVE = 0.5;

    /** From how many instants, evenly spread over a block, the rest of the block is foretold. */
    private static final int ORIGINS = 2;

    private static final int STEPS = 60;

    private final int window;
    private final String reason;

    private LevelCorrection(int window, String reason) {
        this.window = window;
        this.reason = reason;
    }

    /**
     * A block of rows and the newest rows known when it was to be scored, both scored by a model of the rows before it.
     *
     * @param knownLogOdds of the newest rows before the block, the oldest first
     * @param known their outcomes
     * @param logOdds of the block's rows
     * @param outcomes what became of them
     */
    record Block(double[] knownLogOdds, boolean[] known, double[] logOdds, boolean[] outcomes) {}

    /** The most newest rows a correction looks at, of so many training rows. */
    static int longestWindow(int rows) {
        int longest = 0;
        for (int window : WINDOWS) {
            longest = window <= rows / 2 ? window : longest;
        }
        return longest;
    }

    /** No correction, with the reason why there is none. */
    static LevelCorrection none(String reason) {
        return new LevelCorrection(0, reason);
    }

    /** Chooses how many newest outcomes to follow, or none at all, by the log loss over all blocks. */
    static LevelCorrection choose(List<Block> blocks) {
        double uncorrected = meanLoss(blocks, 0);
        double best = uncorrected;
        int chosen = 0;
        for (int window : WINDOWS) {
            if (blocks.stream().allMatch(block -> block.known.length >= window)) {
                double loss = meanLoss(blocks, window);
                if (loss < best) {
                    best = loss;
                    chosen = window;
                }
            }
        }
        int rows = blocks.stream().mapToInt(block -> block.outcomes.length).sum();
        if (chosen == 0) {
            return none(String.format(
                    Locale.ROOT,
                    "The level stays as learned: on the newest %d rows, each scored before its outcome was known, following"
                            + " the outcomes just before them did not lose less.",
                    rows));
        }
        return new LevelCorrection(
                chosen,
                String.format(
                        Locale.ROOT,
                        "The level follows the newest %d outcomes: on the newest %d rows, each scored before its outcome was"
                                + " known, that lost %.4f nats a row instead of %.4f.",
                        chosen,
                        rows,
                        best,
                        uncorrected));
    }

    /** How many newest outcomes are followed; 0 when the level stays as learned. */
    int window() {
        return window;
    }

    /** Why so many, in a sentence. */
    String reason() {
        return reason;
    }

    /**
     * The correction learned from the newest rows known.
     *
     * @param logOdds of the newest rows, at least {@link #window()} of them, the oldest first
     * @param outcomes what became of them
     */
    Calibration learn(double[] logOdds, boolean[] outcomes) {
        return window == 0 ? Calibration.none() : new PlattScaling(1, shift(logOdds, outcomes, window));
    }

    private static double meanLoss(List<Block> blocks, int window) {
        double sum = 0;
        int judged = 0;
        for (Block block : blocks) {
            int rows = block.outcomes.length;
            double[] logOdds = joined(block.knownLogOdds, block.logOdds);
            boolean[] outcomes = joined(block.known, block.outcomes);
            for (int origin = 0; origin < ORIGINS; origin++) {
                int now = block.known.length + origin * rows / ORIGINS;
                double shift =
                        window == 0 ? 0 : shift(Arrays.copyOf(logOdds, now), Arrays.copyOf(outcomes, now), window);
                for (int row = now; row < logOdds.length; row++) {
                    sum += LogLoss.of(logOdds[row] + shift, outcomes[row]);
                }
                judged += logOdds.length - now;
            }
        }
        return sum / judged;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static boolean[] joined(boolean[] first, boolean[] second) {
        boolean[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The shift most likely after the last {@code window} rows, by Newton's method. */
    static double shift(double[] logOdds, boolean[] outcomes, int window) {
        double shift = 0;
        double precision = 1 / (USUAL_MOVE * USUAL_MOVE);
        for (int step = 0; step < STEPS; step++) {
            double gradient = -shift * precision;
            double curvature = precision;
            for (int row = logOdds.length - window; row < logOdds.length; row++) {
                double probability = 1 / (1 + Math.exp(-(logOdds[row] + shift)));
                gradient += (outcomes[row] ? 1 : 0) - probability;
                curvature += probability * (1 - probability);
            }
            double move = Math.clamp(gradient / curvature, -1, 1);
            shift += move;
            if (Math.abs(move) < 1e-12) {
                break;
            }
        }
        return shift;
    }
}
