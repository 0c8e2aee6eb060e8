package org.yinhang.core.learning;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * How to train a response model.
 *
 * @param kind the family of models
 * @param inTime whether the rows stand in the order of time, the oldest first; then newer rows weigh more and recent
 *     success is a feature
 * @param lag for rows in time: how many rows are scored together before their outcomes become known, at least 1
 * @param seed of every random choice; equal seeds give equal models
 * @param threads processors to use, at least 1; changes the speed only
 * @param monotone by column of numbers: which way alone the probability may go as it grows, all else equal
 */
public record TrainingSettings(
        ModelKind kind, boolean inTime, int lag, long seed, int threads, Map<String, Direction> monotone) {

    /** Which way a probability may go. */
    public enum Direction {
        RISES,
        FALLS;

        /**
         * The directions somebody wrote, such as {@code income=rises,age=falls}.
         *
         * @throws FaultException LRN-1017 for one that is none
         */
        public static Map<String, Direction> parse(Collection<String> pairs) {
            Map<String, Direction> directions = new TreeMap<>();
            for (String pair : pairs) {
                int at = pair.lastIndexOf('=');
                directions.put(pair.substring(0, Math.max(0, at)).strip(), named(pair.substring(at + 1)));
            }
            return directions;
        }

        /**
         * The direction of that name.
         *
         * @throws FaultException LRN-1017 when there is none
         */
        public static Direction named(String name) {
            return switch (name.strip()) {
                case "rises" -> RISES;
                case "falls" -> FALLS;
                default ->
                    throw new FaultException(Fault.of(
                            "LRN-1017",
                            "'%s' is no direction of a column.".formatted(name),
                            "monotone",
                            "Write rises or falls, such as income=rises."));
            };
        }

        /** The word that {@link #named} reads. */
        public String word() {
            return this == RISES ? "rises" : "falls";
        }

        /** 1 or −1. */
        int sign() {
            return this == RISES ? 1 : -1;
        }
    }

    public TrainingSettings {
        monotone = Collections.unmodifiableMap(new TreeMap<>(monotone));
        if (lag < 1 || threads < 1) {
            throw new IllegalArgumentException("lag: %d, threads: %d (expected: at least 1)".formatted(lag, threads));
        }
    }

    /** Settings that bind no column. */
    public TrainingSettings(ModelKind kind, boolean inTime, int lag, long seed, int threads) {
        this(kind, inTime, lag, seed, threads, Map.of());
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
        return new TrainingSettings(kind, inTime, lag, seed, other, monotone);
    }

    public TrainingSettings withMonotone(Map<String, Direction> other) {
        return new TrainingSettings(kind, inTime, lag, seed, threads, other);
    }
}
