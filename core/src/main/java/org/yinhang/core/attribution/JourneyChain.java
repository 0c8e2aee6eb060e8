package org.yinhang.core.attribution;

import java.util.Arrays;

/**
 * Journeys as a Markov chain of first order: from the start to a touch, from touch to touch, and from there to the goal or to
 * nothing. What a kind of touch is good for is its removal effect: the share of all that reach the goal which would be lost if
 * every journey ended where it first meets that kind.
 *
 * <p>Source: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann, Mapping the customer journey, International Journal of
 * Research in Marketing 33 (2016); the visits of an absorbing chain after J. G. Kemeny, J. L. Snell, Finite Markov Chains
 * (1960), chapter III. Removal is computed exactly from one inverse rather than by taking each kind out in turn.
 */
public final class JourneyChain {

    private static final int FIRST_ROOM = 8;

    private int kinds;
    private long[] starts = new long[FIRST_ROOM];
    private long[][] moves = new long[FIRST_ROOM][FIRST_ROOM];
    private long[] goals = new long[FIRST_ROOM];
    private long[] left = new long[FIRST_ROOM];
    private long journeys;

    /**
     * Adds a journey.
     *
     * @param touches the kinds of its touches in order, numbered from 0, at least one
     * @param reachesGoal whether it ended at the goal
     */
    public void add(int[] touches, boolean reachesGoal) {
        for (int touch : touches) {
            kinds = Math.max(kinds, touch + 1);
        }
        if (kinds > starts.length) {
            grow(Math.max(kinds, 2 * starts.length));
        }
        journeys++;
        starts[touches[0]]++;
        for (int i = 1; i < touches.length; i++) {
            moves[touches[i - 1]][touches[i]]++;
            left[touches[i - 1]]++;
        }
        int last = touches[touches.length - 1];
        left[last]++;
        if (reachesGoal) {
            goals[last]++;
        }
    }

    private void grow(int room) {
        starts = Arrays.copyOf(starts, room);
        goals = Arrays.copyOf(goals, room);
        left = Arrays.copyOf(left, room);
        long[][] wider = new long[room][];
        for (int i = 0; i < room; i++) {
            wider[i] = i < moves.length ? Arrays.copyOf(moves[i], room) : new long[room];
        }
        moves = wider;
    }

    /** The share of journeys that reach the goal. */
    public double goalShare() {
        return journeys == 0 ? 0 : (double) Arrays.stream(goals).sum() / journeys;
    }

    /**
     * The removal effect of each kind seen, 0 to 1: the share of the goals reached by way of it. They need not add up to 1, as journeys
     * meet several kinds. All 0 where no journey reaches the goal.
     */
    public double[] removalEffects() {
        double[] effects = new double[kinds];
        double goal = goalShare();
        if (goal == 0) {
            return effects;
        }
        double[][] visits = visits();
        double[] fromStart = new double[kinds];
        double[] toGoal = new double[kinds];
        for (int i = 0; i < kinds; i++) {
            for (int j = 0; j < kinds; j++) {
                fromStart[j] += visits[i][j] * starts[i] / journeys;
                toGoal[i] += left[j] == 0 ? 0 : visits[i][j] * goals[j] / left[j];
            }
        }
        for (int i = 0; i < kinds; i++) {
            effects[i] = Math.clamp(fromStart[i] / visits[i][i] * toGoal[i] / goal, 0, 1);
        }
        return effects;
    }

    /** Expected visits to each kind from each: the inverse of one minus the moves, by Gauss and Jordan with pivots. */
    private double[][] visits() {
        double[][] rows = new double[kinds][2 * kinds];
        for (int i = 0; i < kinds; i++) {
            for (int j = 0; j < kinds; j++) {
                rows[i][j] = (i == j ? 1 : 0) - (left[i] == 0 ? 0 : (double) moves[i][j] / left[i]);
            }
            rows[i][kinds + i] = 1;
        }
        for (int column = 0; column < kinds; column++) {
            int pivot = column;
            for (int i = column + 1; i < kinds; i++) {
                pivot = Math.abs(rows[i][column]) > Math.abs(rows[pivot][column]) ? i : pivot;
            }
            double[] chosen = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = chosen;
            double scale = chosen[column];
            for (int j = column; j < 2 * kinds; j++) {
                chosen[j] /= scale;
            }
            for (int i = 0; i < kinds; i++) {
                double factor = rows[i][column];
                if (i != column && factor != 0) {
                    for (int j = column; j < 2 * kinds; j++) {
                        rows[i][j] -= factor * chosen[j];
                    }
                }
            }
        }
        for (int i = 0; i < kinds; i++) {
            rows[i] = Arrays.copyOfRange(rows[i], kinds, 2 * kinds);
        }
        return rows;
    }
}
