package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yinhang.core.unit.Money;
import org.yinhang.insight.Indicator;
import org.yinhang.lake.attribution.KeyFigures;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.web.PageFrame;

/**
 * One value's figures beside those of the period before.
 *
 * @param value its code; empty where there is none
 * @param name what it is called
 * @param now of the period
 * @param before of the period before
 * @param address of the page within it; empty where there is nothing to look into
 */
public record DashboardRow(String value, String name, KeyFigures now, KeyFigures before, String address) {

    /** A figure in the viewer's units; a dash where there is none. */
    public String shown(Indicator indicator, PageFrame page) {
        return shown(indicator, indicator.of(now), page);
    }

    /** The same of the period before. */
    public String shownBefore(Indicator indicator, PageFrame page) {
        return shown(indicator, indicator.of(before), page);
    }

    static String shown(Indicator indicator, double value, PageFrame page) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (indicator.kind()) {
            case COUNT -> page.formats().count(Math.round(value));
            case YUAN -> page.formats().money(Money.ofFen(Math.round(value * 100)));
            case SHARE -> String.format(Locale.ROOT, "%.2f%%", value * 100);
        };
    }

    /** How a figure changed, with an arrow; a dash where that says nothing. */
    public String change(Indicator indicator, PageFrame page) {
        double change = indicator.change(now, before);
        if (Double.isNaN(change)) {
            return "–";
        }
        String arrow = change > 0 ? "↑" : change < 0 ? "↓" : "=";
        String size = String.format(
                Locale.ROOT, indicator.kind() == Indicator.Kind.SHARE ? "%.2f" : "%.1f%%", Math.abs(change) * 100);
        return indicator.kind() == Indicator.Kind.SHARE
                ? page.t("insight.dashboard.points", arrow, size)
                : arrow + " " + size;
    }

    /** The meaning of the change, for its sign. */
    public String sign(Indicator indicator) {
        double change = indicator.change(now, before);
        if (Double.isNaN(change) || change == 0 || indicator == Indicator.CONTACTS) {
            return "plain";
        }
        return change > 0 == indicator.isHarm() ? "bad" : "good";
    }

    static ListDefinition<DashboardRow> list() {
        List<Column<DashboardRow>> columns = new ArrayList<>();
        columns.add(Column.of("value", "insight.returns.code", row -> new Cell.Code(row.value)));
        columns.add(Column.of("name", "insight.returns.value", row -> new Cell.Words(row.name)));
        for (Indicator indicator : Indicator.values()) {
            String name = ReturnsForm.name(indicator);
            columns.add(
                    Column.number(name, "insight.indicator." + name, row -> cell(indicator, indicator.of(row.now))));
            columns.add(Column.number(
                    name + "-before",
                    "insight.indicator." + name + ".before",
                    row -> cell(indicator, indicator.of(row.before))));
        }
        return ListDefinition.of("insight-dashboard", columns, List.of(), false);
    }

    private static Cell cell(Indicator indicator, double value) {
        if (Double.isNaN(value)) {
            return new Cell.Nothing();
        }
        return switch (indicator.kind()) {
            case COUNT -> new Cell.Count(Math.round(value));
            case YUAN -> new Cell.Amount(Money.ofFen(Math.round(value * 100)));
            case SHARE -> new Cell.Share(value);
        };
    }
}
