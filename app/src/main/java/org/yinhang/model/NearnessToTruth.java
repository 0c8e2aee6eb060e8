package org.yinhang.model;

/**
 * How near a model comes to the best possible on the simulated bank, whose customers' true leanings are known.
 *
 * @param measure what is compared
 * @param customers how many customers of the day of training were compared
 * @param model what the model reaches
 * @param best what knowing the truth would reach
 */
public record NearnessToTruth(Measure measure, int customers, double model, double best) {

    /** What is compared. */
    public enum Measure {
        /** Expected AUC under the true probabilities. */
        AUC,
        /** Rank correlation with the true effect (Spearman); the best is 1. */
        RANK_CORRELATION,
        /** Mean true probability of acceptance when the model chooses, and when the truth does. */
        CHOICE
    }

    /** The model's share of the best possible. */
    public double ratio() {
        return model / best;
    }
}
