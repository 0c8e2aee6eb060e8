package org.yinhang.insight.web;

import java.util.List;
import java.util.Locale;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Range;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.Outcome;
import org.yinhang.shared.web.PageFrame;

/**
 * Increments in the viewer's language.
 *
 * @param report the figures
 * @param finding the sentence that matters most
 * @param rows one for each outcome
 * @param cohorts by month, for loans
 */
public record IncrementsPage(IncrementReport report, String finding, List<Row> rows, List<Row> cohorts) {

    private static final double ALPHA = 0.05;

    /**
     * A difference with its interval.
     *
     * @param name outcome or month
     * @param contacted customers in the contact arm
     * @param control customers in the control arm
     * @param without the outcome of those left alone
     * @param each what was added for one contacted
     * @param interval of that
     * @param total what was added in all, with its interval
     * @param verdict whether it differs from nothing
     */
    public record Row(
            String name,
            long contacted,
            long control,
            String without,
            String each,
            String interval,
            String total,
            String verdict) {}

    static IncrementsPage of(IncrementReport report, PageFrame page) {
        List<Row> rows = report.increments().stream().map(one -> row(one, page)).toList();
        IncrementReport.Increment loans = find(report, Outcome.LOAN);
        return new IncrementsPage(
                report,
                finding(report, page),
                rows,
                loans.cohorts().stream().map(cohort -> row(cohort, page)).toList());
    }

    private static IncrementReport.Increment find(IncrementReport report, Outcome outcome) {
        return report.increments().stream()
                .filter(one -> one.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    private static String finding(IncrementReport report, PageFrame page) {
        if (report.ratio().isAlarm()) {
            return page.t("insight.increments.void");
        }
        IncrementReport.Increment responses = find(report, Outcome.RESPONSE);
        if (responses.contacted() == 0) {
            return page.t("insight.increments.young");
        }
        Range total = responses.totalRange(ALPHA);
        return page.t(
                "insight.increments.finding",
                page.formats().count(responses.contacted()),
                number(responses.total()),
                number(total.low()),
                number(total.high()));
    }

    private static Row row(IncrementReport.Increment one, PageFrame page) {
        String name = page.t("insight.outcome." + one.outcome().name().toLowerCase(Locale.ROOT));
        if (one.contacted() == 0) {
            return new Row(name, 0, 0, "–", "–", "–", "–", page.t("insight.increments.immature"));
        }
        boolean money = one.outcome().isMoney();
        Range total = one.totalRange(ALPHA);
        return new Row(
                name,
                one.contacted(),
                one.control(),
                value(one.effect().control(), money),
                signed(one.effect().difference(), money),
                one.isRare() ? "–" : interval(one.effect(), money),
                one.isRare()
                        ? number(one.total())
                        : "%s [%s, %s]".formatted(number(one.total()), number(total.low()), number(total.high())),
                one.isRare() ? page.t("insight.increments.rare") : verdict(one.effect(), page));
    }

    private static Row row(IncrementReport.CohortIncrement cohort, PageFrame page) {
        return cohort.effect()
                .map(effect -> new Row(
                        cohort.month().toString(),
                        cohort.contacted(),
                        cohort.control(),
                        value(effect.control(), false),
                        signed(effect.difference(), false),
                        cohort.isRare(Outcome.LOAN) ? "–" : interval(effect, false),
                        "",
                        cohort.isRare(Outcome.LOAN) ? page.t("insight.increments.rare") : verdict(effect, page)))
                .orElseGet(() -> new Row(
                        cohort.month().toString(),
                        cohort.contacted(),
                        cohort.control(),
                        "–",
                        "–",
                        "–",
                        "",
                        page.t(cohort.isMature() ? "insight.increments.few" : "insight.increments.immature")));
    }

    private static String verdict(Effect effect, PageFrame page) {
        Range range = effect.fixed(ALPHA);
        if (range.low() > 0) {
            return page.t("insight.verdict.more");
        }
        return page.t(range.high() < 0 ? "insight.verdict.less" : "insight.verdict.open");
    }

    /** Yuan with two decimals, or a share in percent with two. */
    private static String value(double value, boolean money) {
        return money ? String.format(Locale.ROOT, "¥%,.2f", value) : String.format(Locale.ROOT, "%.2f%%", 100 * value);
    }

    private static String signed(double value, boolean money) {
        return money ? String.format(Locale.ROOT, "%+,.2f", value) : String.format(Locale.ROOT, "%+.2f%%", 100 * value);
    }

    private static String interval(Effect effect, boolean money) {
        Range range = effect.fixed(ALPHA);
        return "[%s, %s]".formatted(signed(range.low(), money), signed(range.high(), money));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /** The chance that the arms differ as they do. */
    public String ratio() {
        return String.format(Locale.ROOT, "%.3f", report.ratio().pValue());
    }

    /** The bad rates of borrowers in words, or nothing while no cohort is old enough. */
    public String badRate(PageFrame page) {
        return report.badRate()
                .map(rate -> page.t(
                        "insight.increments.bad-rate",
                        value(rate.control(), false),
                        value(rate.arm(), false),
                        interval(rate, false)))
                .orElse(page.t("insight.increments.bad-rate.none"));
    }
}
