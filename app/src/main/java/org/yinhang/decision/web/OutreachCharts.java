package org.yinhang.decision.web;

import java.util.List;
import org.yinhang.decision.outreach.OutreachSummary;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** The pictures of a day's plan. */
final class OutreachCharts {

    private static final int MOST = 12;

    private final OutreachSummary plan;
    private final PageFrame page;

    OutreachCharts(OutreachSummary plan, PageFrame page) {
        this.plan = plan;
        this.page = page;
    }

    /** Why customers are left out; one may have several reasons. */
    Chart refusals() {
        return bars(
                page.t("outreach.refusals", page.formats().count(plan.customers() - plan.contacts())),
                page.t("outreach.refusals.axis"),
                plan.refusals().stream().limit(MOST).toList());
    }

    /** Contacts by product. */
    Chart products() {
        return bars(
                page.t("outreach.products"),
                page.t("outreach.column.product"),
                plan.products().stream().filter(count -> count.count() > 0).toList());
    }

    private Chart bars(String title, String axis, List<OutreachSummary.Count> counts) {
        boolean chinese = page.texts().isChinese();
        return new Chart(
                Chart.Kind.ROWS,
                Chart.Size.TALL,
                title,
                page.t("plans.people"),
                axis,
                counts.stream().map(count -> chinese ? count.zh() : count.en()).toList(),
                List.of(new Chart.Series(
                        page.t("plans.people"),
                        counts.stream().map(count -> (double) count.count()).toList())),
                null);
    }
}
