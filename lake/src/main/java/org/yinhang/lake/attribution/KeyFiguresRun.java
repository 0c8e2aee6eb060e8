package org.yinhang.lake.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/**
 * Counts the key figures of retail credit over several spans of days in one pass. Everything counts on the day it happened: touches on
 * the day they were made, applications on the day they were submitted. Applications and loans have the product they are of and the
 * channel, campaign and person of the last touch within a window before them; those nothing came before have none.
 */
public final class KeyFiguresRun {

    /**
     * Days looked at.
     *
     * @param from the first
     * @param until the day after the last
     */
    public record Span(LocalDate from, LocalDate until) {

        private boolean holds(long day) {
            return day >= from.toEpochDay() && day < until.toEpochDay();
        }
    }

    /**
     * What is counted.
     *
     * @param asOf what happened on this day or later is not seen
     * @param spans of each the figures are given; they may overlap
     * @param windowDays how long before an application or payout a touch can have led to it
     * @param by by what is told apart
     * @param only of these values only, the codes by breakdown
     * @param branches only customers these branches keep; empty for all
     */
    public record Settings(
            AsOf asOf,
            List<Span> spans,
            int windowDays,
            Breakdown by,
            Map<Breakdown, String> only,
            Optional<Set<String>> branches) {

        public Settings {
            spans = List.copyOf(spans);
            only = Map.copyOf(only);
            branches = branches.map(Set::copyOf);
        }

        private boolean wants(Function<Breakdown, String> traits) {
            return only.entrySet().stream()
                    .allMatch(wanted -> traits.apply(wanted.getKey()).equals(wanted.getValue()));
        }
    }

    private final Settings settings;
    private final Map<String, List<Map<KeyFigure, Long>>> tallies = new TreeMap<>();

    private KeyFiguresRun(Settings settings) {
        this.settings = settings;
    }

    /** Counts. */
    public static KeyFiguresReport count(Lake lake, Snapshot snapshot, Settings settings, Progress progress) {
        KeyFiguresRun run = new KeyFiguresRun(settings);
        new HistoryReader(lake, snapshot, settings.asOf, settings.branches, HistoryReader.Depth.WHOLE)
                .read(run::add, progress);
        List<KeyFiguresReport.Row> rows = new ArrayList<>();
        run.tallies.forEach((value, spans) -> rows.add(new KeyFiguresReport.Row(
                value, spans.stream().map(KeyFigures::new).toList())));
        return new KeyFiguresReport(settings, rows);
    }

    private void add(CustomerHistory history) {
        for (JourneyTouch touch : history.touches()) {
            if (settings.wants(touch::of)) {
                count(touch::of, touch.day(), KeyFigure.CONTACTS, 1);
                count(touch::of, touch.day(), KeyFigure.REPLIES, touch.isReplied() ? 1 : 0);
            }
        }
        addApplications(history);
        for (PaidOut loan : history.loans()) {
            Function<Breakdown, String> traits =
                    by -> history.value(by, loan.product(), loan.day(), settings.windowDays);
            if (settings.wants(traits)) {
                count(traits, loan.day(), KeyFigure.DRAWS, 1);
                count(traits, loan.day(), KeyFigure.DRAWN, fen(loan.principal()));
                count(traits, loan.day(), KeyFigure.MARGIN, fen(loan.margin()));
                owed(traits, loan);
            }
        }
    }

    /** An application was led to by what came before its first stage, whenever it is decided; a stage that comes twice counts once. */
    private void addApplications(CustomerHistory history) {
        Map<Long, Long> begun = new HashMap<>();
        Set<String> counted = new HashSet<>();
        for (ReachedStage stage : history.stages()) {
            long first = begun.computeIfAbsent(stage.application(), application -> stage.day());
            Optional<KeyFigure> figure = figure(stage.stage());
            if (figure.isPresent() && counted.add(stage.application() + stage.stage())) {
                Function<Breakdown, String> traits =
                        by -> history.value(by, stage.product(), first, settings.windowDays);
                if (settings.wants(traits)) {
                    count(traits, stage.day(), figure.get(), 1);
                }
            }
        }
    }

    private static Optional<KeyFigure> figure(String stage) {
        return Optional.ofNullable(
                switch (stage) {
                    case "submitted" -> KeyFigure.APPLICATIONS;
                    case "approved" -> KeyFigure.APPROVALS;
                    case "rejected" -> KeyFigure.REJECTIONS;
                    default -> null;
                });
    }

    private void count(Function<Breakdown, String> traits, long day, KeyFigure figure, long amount) {
        for (int span = 0; span < settings.spans.size(); span++) {
            if (settings.spans.get(span).holds(day)) {
                add(traits, span, figure, amount);
            }
        }
    }

    private void owed(Function<Breakdown, String> traits, PaidOut loan) {
        for (int span = 0; span < settings.spans.size(); span++) {
            long end = settings.spans.get(span).until().toEpochDay();
            LoanState last = null;
            for (LoanState state : loan.states()) {
                if (state.day() < end) {
                    last = state;
                }
            }
            if (last != null && last.balance() > 0) {
                add(traits, span, KeyFigure.BALANCE, last.balance());
                add(traits, span, KeyFigure.BAD_BALANCE, last.isBad() ? last.balance() : 0);
            }
        }
    }

    private void add(Function<Breakdown, String> traits, int span, KeyFigure figure, long amount) {
        if (amount != 0) {
            tallies.computeIfAbsent(traits.apply(settings.by), value -> nothing())
                    .get(span)
                    .merge(figure, amount, Long::sum);
        }
    }

    private List<Map<KeyFigure, Long>> nothing() {
        List<Map<KeyFigure, Long>> spans = new ArrayList<>();
        for (int span = 0; span < settings.spans.size(); span++) {
            spans.add(new EnumMap<>(KeyFigure.class));
        }
        return spans;
    }

    private static long fen(double yuan) {
        return Math.round(yuan * 100);
    }
}
