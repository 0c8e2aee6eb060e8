package org.yinhang.decision.web;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.evaluation.GainsCurve;
import org.yinhang.core.evaluation.Reliability;
import org.yinhang.decision.PlanSummary;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** The pictures of a plan. */
final class PlanCharts {

    private final PlanSummary plan;
    private final PageFrame page;

    PlanCharts(PlanSummary plan, PageFrame page) {
        this.plan = plan;
        this.page = page;
    }

    /** Share of successes found by depth, with the random list beside it. */
    Chart gains() {
        List<GainsCurve.Point> points = plan.gains();
        List<String> labels =
                points.stream().map(p -> Math.round(p.depth() * 100) + "%").toList();
        Chart chart = new Chart(
                Chart.Kind.LINES,
                Chart.Size.USUAL,
                page.t("plans.gains", page.formats().percent(plan.topHalfShare())),
                "%",
                page.t("plans.gains.axis"),
                labels,
                List.of(
                        new Chart.Series(
                                page.t("plans.gains.model"),
                                points.stream().map(p -> tenths(p.found())).toList()),
                        new Chart.Series(
                                page.t("plans.gains.random"),
                                points.stream().map(p -> tenths(p.depth())).toList())),
                null);
        return chart.marking(Math.round(100.0 * plan.chosen() / Math.max(1, plan.candidates())) + "%");
    }

    /** Stated probability against what came true, bin by bin. */
    Chart calibration() {
        List<Reliability.Bin> bins = plan.reliability();
        List<String> labels =
                bins.stream().map(b -> page.formats().percent(b.stated())).toList();
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.USUAL,
                page.t("plans.calibration", page.formats().percent(plan.calibrationError())),
                "%",
                page.t("plans.calibration.axis"),
                labels,
                List.of(
                        new Chart.Series(
                                page.t("plans.calibration.stated"),
                                bins.stream().map(b -> tenths(b.stated())).toList()),
                        new Chart.Series(
                                page.t("plans.calibration.observed"),
                                bins.stream().map(b -> tenths(b.observed())).toList())),
                null);
    }

    /** From every candidate to the list, reason by reason. */
    Chart withheld() {
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        labels.add(page.t("plans.candidates"));
        values.add((double) plan.candidates());
        for (PlanSummary.Withheld reason : plan.withheld()) {
            ReasonCode code = ReasonCode.valueOf(reason.code());
            labels.add(page.texts().isChinese() ? code.zh() : code.en());
            values.add((double) -reason.customers());
        }
        labels.add(page.t("plans.chosen"));
        values.add((double) plan.chosen());
        return new Chart(
                        Chart.Kind.WATERFALL,
                        Chart.Size.USUAL,
                        page.t("plans.withheld"),
                        page.t("plans.people"),
                        page.t("plans.withheld.axis"),
                        labels,
                        List.of(new Chart.Series(page.t("plans.people"), values)),
                        null)
                .marking(page.t("plans.chosen"));
    }

    private static double tenths(double share) {
        return Math.round(share * 1000) / 10.0;
    }
}
