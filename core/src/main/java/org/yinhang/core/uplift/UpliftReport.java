package org.yinhang.core.uplift;

import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.table.Table;

/** What came of an {@link UpliftBacktest}: predicted effects of rows no model had learned from, and what became of them. */
public final class UpliftReport {

    private static final long SEED = 7;

    private final Treatments treatments;
    private final UpliftSettings settings;
    private final int rows;
    private final int leftOut;
    private final Table features;
    private final boolean[] outcomes;
    private final int[] arms;
    private final double[][] effects;
    private final List<String> choices;
    private final double fitSeconds;

    UpliftReport(
            Treatments treatments,
            UpliftSettings settings,
            int rows,
            int leftOut,
            Table features,
            boolean[] outcomes,
            int[] arms,
            double[][] effects,
            List<String> choices,
            double fitSeconds) {
        this.treatments = treatments;
        this.settings = settings;
        this.rows = rows;
        this.leftOut = leftOut;
        this.features = features;
        this.outcomes = outcomes;
        this.arms = arms;
        this.effects = effects;
        this.choices = List.copyOf(choices);
        this.fitSeconds = fitSeconds;
    }

    public Treatments treatments() {
        return treatments;
    }

    public UpliftSettings settings() {
        return settings;
    }

    /** Rows in an arm with a stated outcome. */
    public int rows() {
        return rows;
    }

    /** Rows in no arm, or without a stated outcome. */
    public int leftOut() {
        return leftOut;
    }

    /** Rows scored, of all arms. */
    public int scored() {
        return outcomes.length;
    }

    /** Successes among the rows scored. */
    public int positives() {
        return (int)
                IntStream.range(0, outcomes.length).filter(row -> outcomes[row]).count();
    }

    /** How many of the rows scored are in an arm. */
    public int armSize(int arm) {
        return (int) IntStream.of(arms).filter(each -> each == arm).count();
    }

    /** What made up each step's models and why, step after step, treatment after treatment. */
    public List<String> choices() {
        return choices;
    }

    /** Seconds of training, summed over the steps. */
    public double fitSeconds() {
        return fitSeconds;
    }

    /**
     * How well the effects of a treatment order the rows of its arm and of the control group.
     *
     * @param treatment the arm, from 1
     * @param share the k of uplift at k
     */
    public UpliftEvaluation evaluation(int treatment, double share) {
        int[] chosen = rowsOf(treatment);
        return UpliftEvaluation.of(
                effects(treatment, chosen),
                treated(treatment, chosen),
                Trial.chosen(outcomes, chosen),
                features.select(chosen),
                share,
                SEED);
    }

    /** How much more Qini these effects of a treatment have than another report's, on the same rows. */
    public UpliftEvaluation.Estimate qiniGap(UpliftReport other, int treatment) {
        int[] chosen = rowsOf(treatment);
        return UpliftEvaluation.qiniGap(
                effects(treatment, chosen),
                other.effects(treatment, chosen),
                treated(treatment, chosen),
                Trial.chosen(outcomes, chosen),
                SEED);
    }

    /** What approaching everybody in the way best for him would bring, where there are several ways. */
    public BestTreatment best() {
        return BestTreatment.of(UpliftModel.best(effects, 0), outcomes, arms, treatments.arms(), SEED);
    }

    private int[] rowsOf(int treatment) {
        return IntStream.range(0, arms.length)
                .filter(row -> arms[row] == treatment || arms[row] == Treatments.CONTROL)
                .toArray();
    }

    private double[] effects(int treatment, int[] chosen) {
        return IntStream.of(chosen)
                .mapToDouble(row -> effects[treatment - 1][row])
                .toArray();
    }

    private boolean[] treated(int treatment, int[] chosen) {
        boolean[] treated = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            treated[i] = arms[chosen[i]] == treatment;
        }
        return treated;
    }
}
