package org.yinhang.decision.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up what a rehearsal found. */
final class RehearsalFigures {

    /** So many customers who would be told something else are kept by name. */
    private static final int MOST_CHANGED = 1_000;

    private static final String CAP = "COST_CAP";
    private static final double MILLION = 1e6;

    private RehearsalFigures() {}

    static Rehearsal.Side side(List<Judged> rows, Function<Judged, Verdict> of) {
        List<Verdict> verdicts = rows.stream().map(of).toList();
        List<Verdict> open = verdicts.stream().filter(Verdict::isOpen).toList();
        return new Rehearsal.Side(
                count(verdicts, Verdict.Outcome.PASSED),
                count(verdicts, Verdict.Outcome.REFERRED),
                count(verdicts, Verdict.Outcome.REFUSED),
                (int) Math.round(
                        open.stream().mapToInt(Verdict::ratePpm).average().orElse(0)),
                open.stream().mapToLong(Verdict::limitFen).sum(),
                open.stream().mapToLong(Verdict::lossFen).sum(),
                open.stream().mapToLong(Verdict::marginFen).sum(),
                (int) verdicts.stream()
                        .filter(verdict -> verdict.codes().contains(CAP))
                        .count());
    }

    private static int count(List<Verdict> verdicts, Verdict.Outcome outcome) {
        return (int) verdicts.stream()
                .filter(verdict -> verdict.outcome() == outcome)
                .count();
    }

    static Rehearsal.Really really(List<Judged> rows) {
        List<PastApplication> bad = rows.stream()
                .map(Judged::application)
                .filter(application -> application.isDisbursed() && application.isBad())
                .toList();
        return new Rehearsal.Really(
                rows.size(),
                (int) rows.stream()
                        .filter(row -> row.application().isApproved())
                        .count(),
                (int) rows.stream()
                        .filter(row -> row.application().isDisbursed())
                        .count(),
                bad.size(),
                bad.stream().mapToLong(PastApplication::principalFen).sum());
    }

    static List<Rehearsal.Swap> swaps(List<Judged> rows) {
        Map<String, List<Judged>> kinds = rows.stream().collect(Collectors.groupingBy(row -> {
            boolean isBefore = row.before().isOpen();
            boolean isAfter = row.after().isOpen();
            return isBefore ? (isAfter ? "both" : "leaving") : (isAfter ? "entering" : "neither");
        }));
        return Stream.of("both", "entering", "leaving", "neither")
                .map(kind -> new Rehearsal.Swap(kind, really(kinds.getOrDefault(kind, List.of()))))
                .toList();
    }

    static List<Rehearsal.Reason> reasons(List<Judged> rows) {
        Map<String, int[]> counts = new TreeMap<>();
        Map<String, Verdict.Reason> words = new HashMap<>();
        for (Judged row : rows) {
            count(row.before(), 0, counts, words);
            count(row.after(), 1, counts, words);
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, int[]> entry) -> -Math.max(entry.getValue()[0], entry.getValue()[1]))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> {
                    Verdict.Reason reason = Objects.requireNonNull(words.get(entry.getKey()));
                    return new Rehearsal.Reason(
                            reason.code(), reason.zh(), reason.en(), entry.getValue()[0], entry.getValue()[1]);
                })
                .toList();
    }

    private static void count(Verdict verdict, int side, Map<String, int[]> counts, Map<String, Verdict.Reason> words) {
        for (Verdict.Reason reason : verdict.reasons()) {
            words.putIfAbsent(reason.code(), reason);
            counts.computeIfAbsent(reason.code(), _ -> new int[2])[side]++;
        }
    }

    static List<Rehearsal.Part> parts(List<Judged> rows, Function<Judged, String> by) {
        return rows.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> new Rehearsal.Part(
                        entry.getKey(),
                        entry.getValue().size(),
                        open(entry.getValue(), Judged::before),
                        open(entry.getValue(), Judged::after),
                        referred(entry.getValue(), Judged::before),
                        referred(entry.getValue(), Judged::after)))
                .toList();
    }

    private static int open(List<Judged> rows, Function<Judged, Verdict> of) {
        return (int) rows.stream().map(of).filter(Verdict::isOpen).count();
    }

    private static int referred(List<Judged> rows, Function<Judged, Verdict> of) {
        return count(rows.stream().map(of).toList(), Verdict.Outcome.REFERRED);
    }

    static List<Rehearsal.Group> groups(List<Judged> rows) {
        List<Rehearsal.Group> groups = new ArrayList<>();
        groups.addAll(groups("gender", rows, Judged::gender));
        groups.addAll(groups("age", rows, Judged::ageBand));
        return groups;
    }

    private static List<Rehearsal.Group> groups(String attribute, List<Judged> rows, Function<Judged, String> by) {
        return rows.stream()
                .filter(row -> !by.apply(row).isEmpty())
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> {
                    Rehearsal.Side before = side(entry.getValue(), Judged::before);
                    Rehearsal.Side after = side(entry.getValue(), Judged::after);
                    return new Rehearsal.Group(
                            attribute,
                            entry.getKey(),
                            entry.getValue().size(),
                            before.openRate(),
                            after.openRate(),
                            before.meanRatePpm(),
                            after.meanRatePpm());
                })
                .toList();
    }

    /** Those told something else: first who would no longer or newly be lent to, then by what the price moves over the limit. */
    static List<Rehearsal.Changed> changed(List<Judged> rows) {
        return rows.stream()
                .filter(Judged::isChanged)
                .sorted(Comparator.comparingDouble((Judged row) -> -difference(row))
                        .thenComparing(row -> row.application().day())
                        .thenComparingInt(row -> row.application().customer())
                        .thenComparingLong(row -> row.application().application()))
                .limit(MOST_CHANGED)
                .map(row -> new Rehearsal.Changed(
                        row.application().customer(),
                        row.application().day(),
                        row.application().product(),
                        word(row.before()),
                        word(row.after()),
                        row.before().ratePpm(),
                        row.after().ratePpm(),
                        row.before().limitFen(),
                        row.after().limitFen(),
                        row.after().codes()))
                .toList();
    }

    private static double difference(Judged row) {
        Verdict before = row.before();
        Verdict after = row.after();
        if (before.isOpen() != after.isOpen()) {
            return Double.MAX_VALUE;
        }
        double limit = Math.max(before.limitFen(), after.limitFen());
        return Math.abs(after.limitFen() - before.limitFen())
                + limit * Math.abs(after.ratePpm() - before.ratePpm()) / MILLION;
    }

    private static String word(Verdict verdict) {
        return verdict.outcome().name().toLowerCase(Locale.ROOT);
    }

    static Rehearsal.Study study(OutcomeStudy study) {
        return new Rehearsal.Study(
                study.applications(),
                study.outcomes(),
                study.bad(),
                estimate(study.before().inversePropensity()),
                estimate(study.after().inversePropensity()),
                estimate(study.before().doublyRobust()),
                estimate(study.after().doublyRobust()),
                estimate(study.change()),
                study.after().supported(),
                study.after().evidence());
    }

    private static Rehearsal.Estimate estimate(OutcomeStudy.Figure figure) {
        return new Rehearsal.Estimate(figure.value(), figure.low(), figure.high());
    }
}
