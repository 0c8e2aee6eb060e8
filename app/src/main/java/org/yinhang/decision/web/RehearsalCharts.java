package org.yinhang.decision.web;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.yinhang.decision.rehearsal.Rehearsal;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** The pictures of a rehearsal. */
final class RehearsalCharts {

    private static final int MOST = 12;
    private static final double PERCENT = 100;

    private final Rehearsal of;
    private final PageFrame page;

    RehearsalCharts(Rehearsal of, PageFrame page) {
        this.of = of;
        this.page = page;
    }

    /** What stands against applications, before and after. */
    Chart reasons() {
        boolean chinese = page.texts().isChinese();
        List<Rehearsal.Reason> most = of.reasons().stream().limit(MOST).toList();
        return new Chart(
                Chart.Kind.ROWS,
                Chart.Size.TALL,
                page.t("rehearsal.reasons"),
                page.t("rehearsal.unit"),
                page.t("rehearsal.reason"),
                most.stream().map(one -> chinese ? one.zh() : one.en()).toList(),
                List.of(
                        series("rehearsal.before", most, Rehearsal.Reason::before),
                        series("rehearsal.after", most, Rehearsal.Reason::after)),
                null);
    }

    /** How many the bank would lend to, month by month. */
    Chart months() {
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.TALL,
                page.t("rehearsal.months"),
                "%",
                page.t("rehearsal.month"),
                of.months().stream().map(Rehearsal.Part::name).toList(),
                List.of(
                        series("rehearsal.before", of.months(), part -> open(part, part.openBefore())),
                        series("rehearsal.after", of.months(), part -> open(part, part.openAfter()))),
                null);
    }

    private static double open(Rehearsal.Part part, int open) {
        return Math.round(PERCENT * PERCENT * open / part.applications()) / PERCENT;
    }

    private <T> Chart.Series series(String key, List<T> rows, ToDoubleFunction<T> value) {
        return new Chart.Series(
                page.t(key), rows.stream().map(row -> value.applyAsDouble(row)).toList());
    }
}
