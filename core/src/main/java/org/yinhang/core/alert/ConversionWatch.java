package org.yinhang.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.algebra.NormalTails;

/**
 * Judges the newest days of a conversion: everybody against their own history, and every part against the rest of its
 * dimension, over the last day, three days and week. What moves everybody alike, such as weather, does not move a contrast,
 * so a drop of one channel shows there long before the total does. The dimension named is the one with the strongest
 * contrast; its values are listed by the share of the difference they explain (the explanatory power of Adtributor: Bhagwan
 * and others 2014).
 */
public final class ConversionWatch {

    /** Days of history that must be there before a day is judged. */
    public static final int LEAST_DAYS = Expectation.HISTORY + ConversionWatch.LONGEST;

    private static final int LONGEST = 7;
    private static final int[] LENGTHS = {1, 3, LONGEST};

    /** A contrast at least as strong, in standard errors, names its dimension; weaker ones leave the departure to everybody. */
    private static final double NAMED = 3;

    private final double alpha;

    /** @param alpha chance of a false alert on one day, over all parts and lengths */
    public ConversionWatch(double alpha) {
        this.alpha = alpha;
    }

    /** What is learned of everybody and of every dimension for one day. */
    private record Learned(Expectation total, List<WatchedDimension> dimensions) {

        static Learned of(ConversionHistory history, int until) {
            Expectation total = Expectation.ofTotal(history.total(), history.calendar(), until);
            List<WatchedDimension> dimensions = new ArrayList<>();
            history.parts().forEach((name, values) -> dimensions.add(WatchedDimension.of(name, values, total, until)));
            return new Learned(total, dimensions);
        }

        int series() {
            return 1 + dimensions.stream().mapToInt(WatchedDimension::size).sum();
        }
    }

    /**
     * Judges one day by the days before it.
     *
     * @param day at least {@link #LEAST_DAYS} less one
     * @return the strongest departure, if any
     * @throws IllegalArgumentException when there is too little history
     */
    public Optional<ConversionAlert> judge(ConversionHistory history, int day) {
        if (day + 1 < LEAST_DAYS || day >= history.total().days()) {
            throw new IllegalArgumentException("day: %d (expected: %d to %d)"
                    .formatted(day, LEAST_DAYS - 1, history.total().days() - 1));
        }
        Learned learned = Learned.of(history, day + 1 - LONGEST);
        double threshold = NormalTails.distance(alpha / (learned.series() * LENGTHS.length));
        Optional<ConversionAlert> strongest = Optional.empty();
        for (int length : LENGTHS) {
            Optional<ConversionAlert> found = judge(learned, day, length, threshold);
            if (found.isPresent()
                    && Math.abs(found.get().z())
                            > strongest.map(alert -> Math.abs(alert.z())).orElse(0.0)) {
                strongest = found;
            }
        }
        return strongest;
    }

    private static Optional<ConversionAlert> judge(Learned learned, int day, int length, double threshold) {
        int from = day + 1 - length;
        Expectation.Departure total = learned.total.departure(from, day + 1);
        Optional<WatchedDimension.Contrast> best = learned.dimensions.stream()
                .flatMap(dimension -> dimension.strongest(from, day + 1).stream())
                .max(Comparator.comparingDouble((WatchedDimension.Contrast contrast) -> Math.abs(contrast.z()))
                        .thenComparing(WatchedDimension.Contrast::dimension));
        double contrast = best.map(WatchedDimension.Contrast::z).orElse(0.0);
        if (Math.max(Math.abs(total.z()), Math.abs(contrast)) <= threshold) {
            return Optional.empty();
        }
        Optional<WatchedDimension.Contrast> named = best.filter(one -> Math.abs(one.z()) > NAMED);
        return Optional.of(new ConversionAlert(
                day,
                length,
                total.expected(),
                total.found(),
                Math.abs(contrast) > Math.abs(total.z()) ? contrast : total.z(),
                named.map(WatchedDimension.Contrast::dimension).orElse(""),
                named.map(WatchedDimension.Contrast::causes).orElse(List.of())));
    }
}
