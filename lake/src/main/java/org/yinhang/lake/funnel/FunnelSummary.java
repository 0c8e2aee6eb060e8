package org.yinhang.lake.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.yinhang.core.alert.DailyConversion;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.lake.funnel.FunnelPlan.Split;

/** Turns counts into a result with names. */
final class FunnelSummary {

    private final FunnelPlan plan;
    private final FunnelTally tally;
    private final List<Map<String, Dictionary>> tables;
    private final Map<String, Dictionary> fields;

    /**
     * @param tables the dictionaries of each of the plan's tables
     * @param fields the dictionaries of the customers' fields
     */
    FunnelSummary(
            FunnelPlan plan, FunnelTally tally, List<Map<String, Dictionary>> tables, Map<String, Dictionary> fields) {
        this.plan = plan;
        this.tally = tally;
        this.tables = tables;
        this.fields = fields;
    }

    FunnelResult result() {
        List<FunnelResult.Step> steps = new ArrayList<>();
        List<Long> reached = reached(tally.ended);
        for (int step = 0; step < reached.size(); step++) {
            steps.add(new FunnelResult.Step(
                    reached.get(step), tally.waits[step].median(), tally.waits[step].quantile(0.9)));
        }
        List<FunnelResult.Split> splits = new ArrayList<>();
        for (int i = 0; i < plan.breakdown().size(); i++) {
            splits.add(split(plan.breakdown().get(i), tally.splits.get(i)));
        }
        List<FunnelResult.Loss> losses = new ArrayList<>();
        List<OptionalInt> examples = new ArrayList<>();
        for (int step = 0; step < steps.size(); step++) {
            losses.add(loss(step, step == steps.size() - 1));
            examples.add(tally.examples[step] < 0 ? OptionalInt.empty() : OptionalInt.of(tally.examples[step]));
        }
        return new FunnelResult(
                plan.funnel(),
                Instant.EPOCH.plus(plan.rules().until(), ChronoUnit.MICROS),
                steps,
                tally.whole.median(),
                splits,
                losses,
                examples);
    }

    /** Who ended at a step or later has reached it. */
    private static List<Long> reached(long[] ended) {
        List<Long> reached = new ArrayList<>();
        long sum = 0;
        for (int step = ended.length - 1; step >= 0; step--) {
            sum += ended[step];
            reached.addFirst(sum);
        }
        return reached;
    }

    private FunnelResult.Split split(Split split, CodeCounts counts) {
        return switch (split) {
            case Split.First(String name, Field column) -> coded(name, column, counts, dictionary(column));
            case Split.OfCustomer(String name, Field field) ->
                coded(name, field, counts, fields.getOrDefault(name, new Dictionary()));
            case Split.Month(String name) ->
                timed(name, counts, month -> "%04d-%02d".formatted(month / 12, month % 12 + 1));
            case Split.Week(String name) ->
                timed(name, counts, day -> LocalDate.ofEpochDay(day).toString());
        };
    }

    private Dictionary dictionary(Field column) {
        String opening = plan.funnel().steps().getFirst().table().text();
        for (int t = 0; t < plan.tables().size(); t++) {
            if (plan.tables().get(t).table().name().equals(opening)) {
                return tables.get(t).getOrDefault(column.name(), new Dictionary());
            }
        }
        throw new IllegalStateException("the first step has no table");
    }

    private static FunnelResult.Split coded(String name, Field field, CodeCounts counts, Dictionary dictionary) {
        List<FunnelResult.Group> groups = new ArrayList<>();
        counts.each((code, ended) -> {
            Optional<String> value = code < 0 ? Optional.empty() : Optional.of(dictionary.text(code));
            groups.add(new FunnelResult.Group(value, value.map(field.values()::get), reached(ended)));
        });
        groups.sort(Comparator.comparing(
                        (FunnelResult.Group group) -> -group.reached().getFirst())
                .thenComparing(group -> group.value().orElse("")));
        return new FunnelResult.Split(name, groups);
    }

    private static FunnelResult.Split timed(String name, CodeCounts counts, IntFunction<String> words) {
        List<FunnelResult.Group> groups = new ArrayList<>();
        counts.each((code, ended) ->
                groups.add(new FunnelResult.Group(Optional.of(words.apply(code)), Optional.empty(), reached(ended))));
        return new FunnelResult.Split(name, groups);
    }

    /** Counts by day with the names of their values. */
    DailyConversions daily(DailyTally tally, LocalDate first, int days) {
        SortedMap<String, SortedMap<String, DailyConversion>> splits = new TreeMap<>();
        for (int i = 0; i < plan.breakdown().size(); i++) {
            Split split = plan.breakdown().get(i);
            Dictionary words =
                    switch (split) {
                        case Split.First(String name, Field column) -> dictionary(column);
                        case Split.OfCustomer(String name, Field field) -> fields.getOrDefault(name, new Dictionary());
                        case Split.Month month -> throw byTime(month.name());
                        case Split.Week week -> throw byTime(week.name());
                    };
            SortedMap<String, DailyConversion> values = new TreeMap<>();
            tally.split(i)
                    .each((code, counts) -> values.put(
                            code < 0 ? DailyConversions.MISSING : words.text(code), conversion(counts, days)));
            splits.put(split.name(), values);
        }
        return new DailyConversions(
                plan.funnel(), first, conversion(tally.total().of(0), days), splits);
    }

    private static DailyConversion conversion(long[] counts, int days) {
        return new DailyConversion(Arrays.copyOf(counts, days), Arrays.copyOfRange(counts, days, 2 * days));
    }

    private static FaultException byTime(String name) {
        return new FaultException(Fault.of(
                "FUN-1004",
                "A conversion watched day by day cannot be split by %s.".formatted(name),
                "breakdown",
                "Split it by columns and fields."));
    }

    private FunnelResult.Loss loss(int step, boolean isLast) {
        if (isLast) {
            return new FunnelResult.Loss(0, List.of(), 0);
        }
        List<FunnelResult.Reason> found = new ArrayList<>();
        for (int i = 0; i < plan.reasons().size(); i++) {
            FunnelPlan.Reason reason = plan.reasons().get(i);
            Dictionary words =
                    tables.get(reason.table()).getOrDefault(reason.column().name(), new Dictionary());
            tally.reasons.get(i).each((code, counts) -> {
                if (counts[step] > 0) {
                    String value = words.text(code);
                    found.add(new FunnelResult.Reason(
                            reason.declared(),
                            value,
                            Optional.ofNullable(reason.column().values().get(value)),
                            counts[step]));
                }
            });
        }
        found.sort(Comparator.comparingLong((FunnelResult.Reason reason) -> -reason.customers())
                .thenComparing(FunnelResult.Reason::value));
        return new FunnelResult.Loss(tally.ended[step], found, tally.silent[step]);
    }
}
