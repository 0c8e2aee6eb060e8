package org.yinhang.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yinhang.compliance.rules.DayKind;
import org.yinhang.core.alert.ConversionAlert;
import org.yinhang.core.alert.ConversionHistory;
import org.yinhang.core.alert.ConversionWatch;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.funnel.DailyConversions;
import org.yinhang.lake.funnel.Funnel;
import org.yinhang.lake.funnel.FunnelRun;

/** Judges every watched conversion over the last four weeks that are known. */
final class ConversionJudge {

    /** Chance of a false alert on one day of one conversion. */
    static final double ALPHA = 0.002;

    private static final int JUDGED = 28;
    private static final int DAYS = 140;
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int FRIDAY = 4;

    /** Conversions in the history below which a rate says nothing. */
    private static final long LEAST_CONVERSIONS = 100;

    private final Lake lake;
    private final Snapshot snapshot;
    private final AsOf asOf;
    private final Function<LocalDate, Optional<DayKind>> calendar;

    /** @param calendar which kind of day a day is, where that is known */
    ConversionJudge(Lake lake, Snapshot snapshot, AsOf asOf, Function<LocalDate, Optional<DayKind>> calendar) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.asOf = asOf;
        this.calendar = calendar;
    }

    List<WatchedConversion> all(Progress progress) {
        List<WatchedConversion> judged = new ArrayList<>();
        for (String name : ShippedFunnels.WATCHES) {
            judged.add(judge(name, ShippedFunnels.watch(name)));
            progress.report("转化预警", judged.size(), ShippedFunnels.WATCHES.size());
        }
        return judged;
    }

    private WatchedConversion judge(String name, Funnel funnel) {
        long window = Math.ceilDiv(funnel.window(), MICROS_PER_DAY);
        LocalDate last = asOf.day().minusDays(window + 1);
        LocalDate first = last.minusDays(DAYS - 1L);
        DailyConversions counted = FunnelRun.daily(lake, snapshot, funnel, asOf, first, DAYS);
        ConversionHistory history = new ConversionHistory(counted.total(), counted.splits(), calendar(first));
        boolean isJudged =
                Arrays.stream(counted.total().converted(), 0, DAYS - JUDGED).sum() >= LEAST_CONVERSIONS;
        return new WatchedConversion(
                name,
                funnel.zh(),
                funnel.en(),
                first,
                Arrays.stream(counted.total().began()).boxed().toList(),
                Arrays.stream(counted.total().converted()).boxed().toList(),
                isJudged,
                isJudged ? alerts(history, first) : List.of());
    }

    private static List<FoundAlert> alerts(ConversionHistory history, LocalDate first) {
        ConversionWatch watch = new ConversionWatch(ALPHA);
        List<FoundAlert> alerts = new ArrayList<>();
        for (int day = DAYS - JUDGED; day < DAYS; day++) {
            watch.judge(history, day).map(alert -> found(alert, first)).ifPresent(alert -> {
                if (!alerts.isEmpty() && alerts.getLast().isContinuedBy(alert)) {
                    alerts.add(alert.since(alerts.removeLast().since()));
                } else {
                    alerts.add(alert);
                }
            });
        }
        return alerts.reversed();
    }

    private static FoundAlert found(ConversionAlert alert, LocalDate first) {
        LocalDate day = first.plusDays(alert.day());
        return new FoundAlert(
                day,
                day,
                alert.length(),
                alert.expected(),
                alert.found(),
                alert.z(),
                alert.dimension(),
                alert.causes().stream()
                        .map(cause ->
                                new FoundAlert.Cause(cause.value(), cause.expected(), cause.found(), cause.explains()))
                        .toList());
    }

    /** A weekend that is worked counts as a Friday; a day of a year the calendar does not know as no holiday. */
    private ConversionHistory.Calendar calendar(LocalDate first) {
        int[] weekdays = new int[DAYS];
        boolean[] holidays = new boolean[DAYS];
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(i);
            Optional<DayKind> kind = calendar.apply(day);
            int weekday = day.getDayOfWeek().getValue() - 1;
            boolean isWorked = kind.filter(one -> one == DayKind.WORKDAY).isPresent() && weekday > FRIDAY;
            weekdays[i] = isWorked ? FRIDAY : weekday;
            holidays[i] = kind.filter(one -> one == DayKind.HOLIDAY).isPresent();
        }
        return new ConversionHistory.Calendar(weekdays, holidays);
    }
}
