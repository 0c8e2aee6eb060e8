package org.yinhang.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.attribution.KeyFiguresReport;
import org.yinhang.lake.attribution.KeyFiguresRun;
import org.yinhang.lake.attribution.KeyFiguresRun.Span;
import org.yinhang.lake.attribution.OutcomesAsOf;
import org.yinhang.shared.BusinessClock;

/** The key figures of a period beside those of the period before and of the last months, for the pages. */
@Component
public class Dashboard {

    /** How many months are shown. */
    public static final int MONTHS = 12;

    /** The place of the period among the spans counted. */
    public static final int NOW = 0;

    /** The place of the period before. */
    public static final int BEFORE = 1;

    /** The place of the month before the first one shown; those shown follow. */
    public static final int FIRST_MONTH = 2;

    private static final int KEPT = 64;

    private final Lake lake;
    private final BusinessClock clock;
    private final KeptAnswers<Asked, KeyFiguresReport> reports = new KeptAnswers<>(KEPT);
    private final KeptAnswers<Long, OutcomesAsOf> outcomes = new KeptAnswers<>(1);

    private record Asked(long snapshot, KeyFiguresRun.Settings settings) {}

    Dashboard(Lake lake, BusinessClock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * A period and a view of it.
     *
     * @param by by what is told apart
     * @param only of these values only
     * @param branches only customers these branches keep; empty for all
     */
    public record Question(
            ReturnsPeriod period, Breakdown by, Map<Breakdown, String> only, Optional<Set<String>> branches) {}

    /** Whether anything is loaded. */
    public boolean isReady() {
        return lake.currentVersion() > 0;
    }

    /** The last day of which everything is known. */
    public LocalDate lastDay() {
        return KnownDay.of(lake.current(), clock).day().minusDays(1);
    }

    /** How new what came of contacts is. */
    public OutcomesAsOf outcomes() {
        Snapshot snapshot = lake.current();
        return outcomes.of(snapshot.version(), () -> OutcomesAsOf.of(lake, snapshot, clock.zone()));
    }

    /** The figures. */
    public KeyFiguresReport figures(Question question) {
        Snapshot snapshot = lake.current();
        KeyFiguresRun.Settings settings = new KeyFiguresRun.Settings(
                KnownDay.of(snapshot, clock),
                spans(question.period),
                Returns.SOURCE_DAYS,
                question.by,
                question.only,
                question.branches);
        return reports.of(
                new Asked(snapshot.version(), settings),
                () -> KeyFiguresRun.count(lake, snapshot, settings, Progress.SILENT));
    }

    /** The period, the one before, and the months up to its last, which ends with the period. */
    static List<Span> spans(ReturnsPeriod period) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(period.from(), period.until()));
        spans.add(new Span(period.before().from(), period.before().until()));
        YearMonth last = YearMonth.from(period.until().minusDays(1));
        for (int back = MONTHS; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            LocalDate end = month.plusMonths(1).atDay(1);
            spans.add(new Span(month.atDay(1), end.isBefore(period.until()) ? end : period.until()));
        }
        return spans;
    }
}
