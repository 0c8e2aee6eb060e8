package org.yinhang.lake.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yinhang.core.attribution.CreditRule;
import org.yinhang.core.attribution.JourneyChain;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/**
 * Credits touches with the loans that followed them. A journey begins with a touch and has a window of days; the first loan paid
 * out within it, of any product, is its goal. Every rule shares out each goal once, so credits add up to the loans of the journeys
 * whatever is looked at. That a loan followed a touch does not say that the touch made it: that is what
 * {@link org.yinhang.lake.increment.IncrementRun} measures.
 */
public final class AttributionRun {

    /**
     * What is counted.
     *
     * @param asOf what happened on this day or later is not seen
     * @param from the first day on which journeys begin
     * @param until the day after the last
     * @param windowDays how long a journey lasts at most, 1 to 365 days; younger journeys are not counted
     * @param by by what touches are told apart
     * @param only of these values only, the codes by breakdown; the journeys stay whole
     * @param branches only customers these branches keep; empty for all
     */
    public record Settings(
            AsOf asOf,
            LocalDate from,
            LocalDate until,
            int windowDays,
            Breakdown by,
            Map<Breakdown, String> only,
            Optional<Set<String>> branches) {

        private static final int LONGEST = 365;

        public Settings {
            if (windowDays < 1 || windowDays > LONGEST) {
                throw new IllegalArgumentException(
                        "window: %d days (expected: 1 to %d)".formatted(windowDays, LONGEST));
            }
            only = Map.copyOf(only);
            branches = branches.map(Set::copyOf);
        }

        boolean isInPeriod(long day) {
            return day >= from.toEpochDay() && day < until.toEpochDay();
        }

        private boolean wants(JourneyTouch touch) {
            return only.entrySet().stream()
                    .allMatch(wanted -> touch.of(wanted.getKey()).equals(wanted.getValue()));
        }
    }

    private final Settings settings;
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final JourneyChain chain = new JourneyChain();
    private final List<Journey> reached = new ArrayList<>();
    private long journeys;
    private long ownLoans;
    private double ownPrincipal;

    private AttributionRun(Settings settings) {
        this.settings = settings;
    }

    /** Counts. */
    public static AttributionReport count(Lake lake, Snapshot snapshot, Settings settings, Progress progress) {
        AttributionRun run = new AttributionRun(settings);
        new HistoryReader(lake, snapshot, settings.asOf, settings.branches, HistoryReader.Depth.JOURNEYS)
                .read(run::add, progress);
        return run.report();
    }

    /** What one value has been counted so far. */
    private static final class Tally {
        private final Map<String, Long> touches = new TreeMap<>();
        private final Map<CreditRule, AttributionReport.Credit> credits = new EnumMap<>(CreditRule.class);
        private long journeys;
        private double benefits;
    }

    private void add(CustomerHistory history) {
        Set<PaidOut> credited = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Journey journey : Journey.of(history, settings.windowDays)) {
            if (!journey.exposures().isEmpty()) {
                journey.goal().ifPresent(credited::add);
            }
            if (settings.isInPeriod(journey.began()) && journey.end() < settings.asOf.epochDay()) {
                add(journey);
            }
        }
        for (PaidOut loan : history.loans()) {
            if (settings.isInPeriod(loan.day()) && !credited.contains(loan)) {
                ownLoans++;
                ownPrincipal += loan.principal();
            }
        }
    }

    private void add(Journey journey) {
        Set<Tally> met = new HashSet<>();
        boolean isWanted = false;
        for (JourneyTouch touch : journey.touches()) {
            if (settings.wants(touch)) {
                isWanted = true;
                Tally tally = tallies.computeIfAbsent(touch.of(settings.by), label -> new Tally());
                tally.touches.merge(touch.channel(), 1L, Long::sum);
                tally.benefits += touch.benefits();
                met.add(tally);
            }
        }
        met.forEach(tally -> tally.journeys++);
        journeys += isWanted ? 1 : 0;
        List<JourneyTouch> exposures = journey.exposures();
        if (!exposures.isEmpty()) {
            chain.add(
                    exposures.stream()
                            .mapToInt(touch -> labels.computeIfAbsent(touch.of(settings.by), label -> labels.size()))
                            .toArray(),
                    journey.goal().isPresent());
            if (journey.goal().isPresent()) {
                reached.add(new Journey(exposures, journey.end(), journey.goal()));
            }
        }
    }

    private AttributionReport report() {
        double[] effects = chain.removalEffects();
        for (Journey journey : reached) {
            credit(journey, effects);
        }
        List<AttributionReport.Row> rows = new ArrayList<>();
        tallies.forEach((label, tally) -> rows.add(new AttributionReport.Row(
                label,
                tally.touches,
                tally.benefits,
                tally.journeys,
                labels.containsKey(label) ? effects[labels.get(label)] : 0,
                tally.credits)));
        return new AttributionReport(settings, journeys, reached.size(), rows, ownLoans, ownPrincipal);
    }

    private void credit(Journey journey, double[] effects) {
        int[] touches = journey.touches().stream()
                .mapToInt(touch -> labels.get(touch.of(settings.by)))
                .toArray();
        PaidOut goal = journey.goal().orElseThrow();
        for (CreditRule rule : CreditRule.values()) {
            double[] shares = rule.shares(touches, effects);
            for (int i = 0; i < shares.length; i++) {
                JourneyTouch touch = journey.touches().get(i);
                if (settings.wants(touch)) {
                    tallies.computeIfAbsent(touch.of(settings.by), label -> new Tally())
                            .credits
                            .merge(
                                    rule,
                                    new AttributionReport.Credit(
                                            shares[i], shares[i] * goal.principal(), shares[i] * goal.margin()),
                                    AttributionReport.Credit::plus);
                }
            }
        }
    }
}
