package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.web.PageFrame;

/**
 * A line of a funnel's workbook: one step of everybody, or of one group of one breakdown.
 *
 * @param split the breakdown; empty for everybody
 * @param group its value
 * @param number of the step, from 1
 * @param step its name
 * @param reached customers
 * @param share of those who began
 */
record FunnelRow(String split, String group, int number, String step, long reached, double share) {

    static List<FunnelRow> of(FunnelResult result, PageFrame page) {
        List<FunnelRow> rows = new ArrayList<>();
        add(
                rows,
                "",
                "",
                result.steps().stream().map(FunnelResult.Step::reached).toList(),
                result,
                page);
        for (FunnelResult.Split split : result.splits()) {
            for (FunnelResult.Group group : split.groups()) {
                add(
                        rows,
                        FunnelPage.breakdown(split.name(), page),
                        FunnelPage.group(group, page),
                        group.reached(),
                        result,
                        page);
            }
        }
        return rows;
    }

    private static void add(
            List<FunnelRow> rows, String split, String group, List<Long> reached, FunnelResult result, PageFrame page) {
        for (int step = 0; step < reached.size(); step++) {
            rows.add(new FunnelRow(
                    split,
                    group,
                    step + 1,
                    FunnelPage.step(result, step, page),
                    reached.get(step),
                    reached.getFirst() == 0 ? 0 : (double) reached.get(step) / reached.getFirst()));
        }
    }

    static ListDefinition<FunnelRow> list() {
        return ListDefinition.of(
                "insight-funnel",
                List.of(
                        Column.<FunnelRow>of("split", "insight.funnel.split", r -> new Cell.Words(r.split)),
                        Column.<FunnelRow>of("group", "insight.funnel.group", r -> new Cell.Words(r.group)),
                        Column.<FunnelRow>number("number", "insight.funnel.number", r -> new Cell.Count(r.number)),
                        Column.<FunnelRow>of("step", "insight.funnel.step", r -> new Cell.Words(r.step)),
                        Column.<FunnelRow>number("reached", "insight.funnel.reached", r -> new Cell.Count(r.reached)),
                        Column.<FunnelRow>number("share", "insight.funnel.share", r -> new Cell.Share(r.share))),
                List.of(),
                false);
    }
}
