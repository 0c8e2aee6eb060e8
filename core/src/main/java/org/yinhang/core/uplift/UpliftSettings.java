package org.yinhang.core.uplift;

import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings;

/**
 * How to learn effects.
 *
 * @param kind the meta-learner
 * @param base the family of models under it; AUTO lets each model choose, and the AUTO meta-learner try both families
 * @param propensity where the chance of being treated comes from
 * @param seed of every random choice; equal seeds give equal models
 * @param threads processors to use, at least 1; changes the speed only
 */
public record UpliftSettings(UpliftKind kind, ModelKind base, Propensity propensity, long seed, int threads) {

    /** Where the chance of being treated comes from. */
    public enum Propensity {
        /** Treated by lot: the share of the rows treated, the same for everybody. */
        BY_LOT,
        /** Treated by somebody's choice: learned from the columns, cross-fitted and held between 0.02 and 0.98. */
        LEARNED
    }

    /** Effects of a treatment given by lot. */
    public static UpliftSettings byLot(UpliftKind kind, ModelKind base, long seed) {
        return new UpliftSettings(
                kind, base, Propensity.BY_LOT, seed, Runtime.getRuntime().availableProcessors());
    }

    UpliftSettings with(UpliftKind other, ModelKind otherBase) {
        return new UpliftSettings(other, otherBase, propensity, seed, threads);
    }

    /** The same with other processors. */
    public UpliftSettings withThreads(int other) {
        return new UpliftSettings(kind, base, propensity, seed, other);
    }

    TrainingSettings training(ModelKind family) {
        return new TrainingSettings(family, false, 1, seed, threads);
    }
}
