package org.yinhang.campaign.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.yinhang.campaign.past.KeptPastCampaign;
import org.yinhang.campaign.past.PastCampaign;
import org.yinhang.core.unit.Money;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * A campaign played on the past as the page shows it.
 *
 * @param kept what was found, by whom, when
 * @param charts its pictures
 * @param names of branches, by code
 */
public record PastPage(KeptPastCampaign kept, List<Chart> charts, Map<String, String> names) {

    private static final int MOST_REASONS = 8;
    private static final double PER_MILLE = 1_000;

    static PastPage of(KeptPastCampaign kept, Map<String, String> names, PageFrame page) {
        return new PastPage(kept, List.of(narrowing(kept.result(), page), months(kept.result(), page)), names);
    }

    /** The name of a branch; its code where it is not known. */
    public String branch(PastCampaign.Branch of, PageFrame page) {
        return of.branch().isEmpty() ? page.t("past.no-branch") : names.getOrDefault(of.branch(), of.branch());
    }

    /** What was found. */
    public PastCampaign result() {
        return kept.result();
    }

    /** Customers chosen, a month. */
    public double chosen() {
        return mean(PastCampaign.Month::chosen);
    }

    /** Cost of the first wave. */
    public Money cost() {
        return Money.ofFen(Math.round(mean(PastCampaign.Month::costFen)));
    }

    private double mean(ToDoubleFunction<PastCampaign.Month> of) {
        return result().months().stream().mapToDouble(of).average().orElse(0);
    }

    /** Answers the first wave would add, where every channel has been tried by chance; with its interval. */
    public String added(PageFrame page) {
        double value = 0;
        double variance = 0;
        for (PastCampaign.ByChannel channel : result().channels()) {
            PastCampaign.Estimate added = channel.added();
            value += added.value();
            double half = (added.high() - added.low()) / 2;
            variance += half * half;
        }
        double half = Math.sqrt(variance);
        return Double.isNaN(value)
                ? page.t("past.unknown")
                : page.t("past.interval", one(value), one(value - half), one(value + half));
    }

    /** What contacting a thousand adds, with its interval. */
    public static String each(PastCampaign.Estimate of, PageFrame page) {
        return of.isKnown()
                ? page.t(
                        "past.interval",
                        one(PER_MILLE * of.value()),
                        one(PER_MILLE * of.low()),
                        one(PER_MILLE * of.high()))
                : page.t("past.unknown");
    }

    /** A share of the trials that answered. */
    public static String answered(int answers, int rows, PageFrame page) {
        return rows == 0
                ? page.t("past.unknown")
                : page.t(
                        "past.out-of",
                        page.formats().count(answers),
                        page.formats().count(rows));
    }

    /** What is left a month above the cost of the touches; not known without trials. */
    public String net(PastCampaign.ByChannel channel, PageFrame page) {
        double net = channel.netFen(result().offer());
        return Double.isNaN(net) ? page.t("past.unknown") : page.formats().money(Money.ofFen(Math.round(net)));
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    /** From those the audience meant to those the bank would lend to, a month. */
    private static Chart narrowing(PastCampaign of, PageFrame page) {
        double months = of.months().size();
        double chosen = sum(of, PastCampaign.Month::chosen) / months;
        double apart = sum(of, PastCampaign.Month::apart) / months;
        double reached = sum(of, PastCampaign.Month::reached) / months;
        double open = reached * of.offer().openRate();
        return new Chart(
                        Chart.Kind.WATERFALL,
                        Chart.Size.USUAL,
                        page.t("past.narrowing"),
                        page.t("past.people"),
                        page.t("past.step"),
                        List.of(
                                page.t("past.chosen"),
                                page.t("past.apart"),
                                page.t("past.unreachable"),
                                page.t("past.refused"),
                                page.t("past.open")),
                        List.of(Chart.Series.of(
                                page.t("past.people"),
                                whole(chosen),
                                whole(-apart),
                                whole(reached + apart - chosen),
                                whole(open - reached),
                                whole(open))),
                        null)
                .marking(page.t("past.open"));
    }

    private static double sum(PastCampaign of, ToDoubleFunction<PastCampaign.Month> value) {
        return of.months().stream().mapToDouble(value).sum();
    }

    private static double whole(double value) {
        return Math.round(value);
    }

    private static Chart months(PastCampaign of, PageFrame page) {
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.USUAL,
                page.t("past.months"),
                page.t("past.people"),
                page.t("past.month"),
                of.months().stream().map(PastCampaign.Month::month).toList(),
                List.of(
                        series("past.chosen", of, PastCampaign.Month::chosen, page),
                        series("past.reached", of, PastCampaign.Month::reached, page)),
                null);
    }

    private static Chart.Series series(
            String key, PastCampaign of, ToDoubleFunction<PastCampaign.Month> value, PageFrame page) {
        return new Chart.Series(
                page.t(key), of.months().stream().map(value::applyAsDouble).toList());
    }

    /** The reasons worth showing. */
    public List<PastCampaign.Reason> reasons() {
        return result().reasons().stream().limit(MOST_REASONS).toList();
    }
}
