package org.yinhang.core.learning;

/**
 * How to train a response model.
 *
 * @param kind the family of models
 * @param inTime whether the rows stand in the order of time, the oldest first; then newer rows weigh more and recent
 *     success is a feature
 * @param lag for rows in time: how many rows are scored together before their outcomes become known, at least 1
 * @param seed of every random choice; equal seeds give equal models
 * @param threads processors to use, at least 1; changes the speed only
 */
public record TrainingSettings(ModelKind kind, boolean inTime, int lag, long seed, int threads) {

    public TrainingSettings {
        if (lag < 1 || threads < 1) {
            throw new IllegalArgumentException("lag: %d, threads: %d (expected: at least 1)".formatted(lag, threads));
        }
    }

    /** Rows in time of which the next {@code lag} are to be scored together. */
    public static TrainingSettings inTime(ModelKind kind, int lag, long seed) {
        return new TrainingSettings(kind, true, lag, seed, Runtime.getRuntime().availableProcessors());
    }

    /** Rows in no particular order. */
    public static TrainingSettings unordered(ModelKind kind, long seed) {
        return new TrainingSettings(kind, false, 1, seed, Runtime.getRuntime().availableProcessors());
    }

    public TrainingSettings withThreads(int other) {
        return new TrainingSettings(kind, inTime, lag, seed, other);
    }
}
