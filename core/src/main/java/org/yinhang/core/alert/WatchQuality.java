package org.yinhang.core.alert;

import java.util.Optional;
import java.util.Random;

/**
 * How well a watch does on made-up quarters: as many with a drop in one value of one dimension in their last week as without.
 *
 * @param quarters with a drop
 * @param raised quarters with an alert in the last week, with a drop or without
 * @param right quarters with a drop whose first alert was a drop and named dimension and value
 * @param falseAlarms quarters without a drop that had an alert
 */
public record WatchQuality(int quarters, int raised, int right, int falseAlarms) {

    /**
     * Judges the last week of every quarter day by day, until the first alert.
     *
     * @param factor what the conversion of the value is multiplied by: 0.8 for a drop of a fifth
     */
    public static WatchQuality measure(
            ConversionWatch watch, int quarters, long seed, int beganEachDay, double factor) {
        Random random = new Random(seed);
        SimulatedConversions bank = new SimulatedConversions(seed, beganEachDay);
        int right = 0;
        int raised = 0;
        int falseAlarms = 0;
        for (int quarter = 0; quarter < quarters; quarter++) {
            int dimension = random.nextInt(SimulatedConversions.DIMENSIONS.size());
            int value = random.nextInt(3);
            Optional<ConversionAlert> alert = first(watch, bank.draw(dimension, value, factor));
            raised += alert.isPresent() ? 1 : 0;
            right += alert.filter(found -> names(found, dimension, value)).isPresent() ? 1 : 0;
            boolean isFalse = first(watch, bank.draw(-1, 0, 1)).isPresent();
            raised += isFalse ? 1 : 0;
            falseAlarms += isFalse ? 1 : 0;
        }
        return new WatchQuality(quarters, raised, right, falseAlarms);
    }

    private static boolean names(ConversionAlert alert, int dimension, int value) {
        return alert.z() < 0
                && alert.dimension().equals(SimulatedConversions.DIMENSIONS.get(dimension))
                && alert.causes().getFirst().value().equals(SimulatedConversions.name(value));
    }

    static Optional<ConversionAlert> first(ConversionWatch watch, ConversionHistory history) {
        for (int day = SimulatedConversions.DROP_DAY; day < SimulatedConversions.DAYS; day++) {
            Optional<ConversionAlert> alert = watch.judge(history, day);
            if (alert.isPresent()) {
                return alert;
            }
        }
        return Optional.empty();
    }

    /** The share of quarters with a drop that were found and named. */
    public double recall() {
        return (double) right / quarters;
    }

    /** The share of alerts that were right; 1 when there were none. */
    public double precision() {
        return raised == 0 ? 1 : (double) right / raised;
    }
}
