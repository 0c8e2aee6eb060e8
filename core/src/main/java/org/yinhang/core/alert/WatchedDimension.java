package org.yinhang.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of one dimension, each beside all the others together. */
final class WatchedDimension {

    private static final double EXPLAINED = 0.67;
    private static final double LEAST_SHARE = 0.1;

    /** Contrasts this near to the strongest are as strong. */
    private static final double NEARLY = 0.75;

    /** Conversions a side needs for a normal error. */
    private static final double LEAST_CONVERSIONS = 10;

    private final String name;
    private final SortedMap<String, Expectation> values = new TreeMap<>();
    private final Map<String, Double> spreads = new HashMap<>();

    private WatchedDimension(String name) {
        this.name = name;
    }

    static WatchedDimension of(String name, SortedMap<String, DailyConversion> series, Expectation total, int until) {
        WatchedDimension dimension = new WatchedDimension(name);
        series.forEach((value, one) -> dimension.values.put(value, total.ofPart(one, until)));
        Map<String, double[]> sums = new HashMap<>();
        for (int day = until - Expectation.HISTORY; day < until; day++) {
            Map<String, Double> found = dimension.contrasts(day, day + 1);
            found.forEach((value, z) -> {
                double[] sum = sums.computeIfAbsent(value, v -> new double[2]);
                sum[0] += z * z;
                sum[1]++;
            });
        }
        sums.forEach((value, sum) -> dimension.spreads.put(value, Math.max(1, sum[0] / sum[1])));
        return dimension;
    }

    int size() {
        return values.size();
    }

    /**
     * The value that departs most from the rest of its dimension.
     *
     * @param z how far what was found is from what the rest of the dimension lets expect, in standard errors
     * @param causes the values behind it
     */
    record Contrast(String dimension, double z, List<ConversionAlert.Cause> causes) {}

    /** The strongest contrast over some days; empty where no value has enough conversions. */
    Optional<Contrast> strongest(int from, int until) {
        Map<String, Double> contrasts = contrasts(from, until);
        double strongest =
                contrasts.values().stream().mapToDouble(Math::abs).max().orElse(0);
        // Of two values, one falls as much as the other rises beside it: its own history tells which of them moved.
        return contrasts.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue()) >= NEARLY * strongest)
                .max(Comparator.comparingDouble((Map.Entry<String, Double> entry) ->
                                Math.abs(departure(entry.getKey(), from, until).z()))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new Contrast(name, entry.getValue(), causes(from, until)));
    }

    private Expectation.Departure departure(String value, int from, int until) {
        Expectation expectation = values.get(value);
        if (expectation == null) {
            throw new IllegalStateException("no value " + value);
        }
        return expectation.departure(from, until);
    }

    /** Each value's contrast with the others, in standard errors. */
    private Map<String, Double> contrasts(int from, int until) {
        Map<String, Expectation.Departure> departures = new TreeMap<>();
        double expected = 0;
        double found = 0;
        double scatter = 0;
        for (String value : values.keySet()) {
            Expectation.Departure one = departure(value, from, until);
            departures.put(value, one);
            expected += one.expected();
            found += one.found();
            scatter += one.variance();
        }
        Map<String, Double> contrasts = new TreeMap<>();
        for (Map.Entry<String, Expectation.Departure> entry : departures.entrySet()) {
            Expectation.Departure one = entry.getValue();
            double restExpected = expected - one.expected();
            double restFound = found - one.found();
            if (Math.min(one.expected(), Math.min(restExpected, restFound)) >= LEAST_CONVERSIONS) {
                double common = restFound / restExpected;
                double mean = one.expected() * common;
                double ofRest = (scatter - one.variance()) / (restExpected * restExpected);
                double variance = one.variance() * common + one.expected() * one.expected() * ofRest;
                double z = deviance(one.found(), mean) * Math.sqrt(mean / variance);
                contrasts.put(entry.getKey(), z / Math.sqrt(spreads.getOrDefault(entry.getKey(), 1.0)));
            }
        }
        return contrasts;
    }

    /** The signed root of Poisson's deviance: nearly normal for small counts too, where plain differences are skewed. */
    private static double deviance(double found, double mean) {
        double whole = found == 0 ? mean : found * Math.log(found / mean) - (found - mean);
        return Math.signum(found - mean) * Math.sqrt(2 * Math.max(0, whole));
    }

    /**
     * The values behind a departure: those that go its way beyond their own history, by what they explain of all that goes
     * that way, until two thirds are explained.
     */
    private List<ConversionAlert.Cause> causes(int from, int until) {
        Map<String, Expectation.Departure> departures = new TreeMap<>();
        values.keySet().forEach(value -> departures.put(value, departure(value, from, until)));
        double strongest = departures.values().stream()
                .mapToDouble(Expectation.Departure::z)
                .boxed()
                .max(Comparator.comparingDouble(Math::abs))
                .orElse(0.0);
        double sameWay = departures.values().stream()
                .mapToDouble(one -> one.found() - one.expected())
                .filter(off -> off * strongest > 0)
                .sum();
        List<ConversionAlert.Cause> all = new ArrayList<>();
        departures.forEach((value, one) -> {
            double explains = (one.found() - one.expected()) / sameWay;
            if (explains >= LEAST_SHARE) {
                all.add(new ConversionAlert.Cause(value, one.expected(), one.found(), explains));
            }
        });
        all.sort(Comparator.comparingDouble((ConversionAlert.Cause cause) -> -cause.explains())
                .thenComparing(ConversionAlert.Cause::value));
        List<ConversionAlert.Cause> causes = new ArrayList<>();
        double explained = 0;
        for (ConversionAlert.Cause cause : all) {
            if (explained < EXPLAINED) {
                causes.add(cause);
                explained += cause.explains();
            }
        }
        return causes;
    }
}
