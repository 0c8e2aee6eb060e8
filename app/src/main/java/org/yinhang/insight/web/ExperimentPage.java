package org.yinhang.insight.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.yinhang.core.experiment.ExperimentReport;
import org.yinhang.core.experiment.ExperimentReport.ArmReport;
import org.yinhang.core.experiment.Range;
import org.yinhang.core.experiment.SampleRatio;
import org.yinhang.insight.JudgedCampaign;
import org.yinhang.lake.increment.ArmHarm;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/**
 * An experiment in the viewer's language.
 *
 * @param judged the figures
 * @param finding the sentence that matters most
 * @param rows the base first, then the arms
 * @param shown the arm of the picture
 * @param picture its difference as it stood after each day
 */
public record ExperimentPage(JudgedCampaign judged, String finding, List<ArmRow> rows, String shown, Chart picture) {

    private static final String NONE = "–";

    static ExperimentPage of(JudgedCampaign judged, String arm, PageFrame page) {
        List<ArmReport> arms = judged.report().arms();
        List<ArmRow> rows = new ArrayList<>();
        rows.add(base(judged, page));
        arms.forEach(one -> rows.add(row(judged, one, page)));
        String shown = arms.stream()
                .map(ArmReport::name)
                .filter(arm::equals)
                .findFirst()
                .orElseGet(() -> best(arms).orElse(arms.getFirst()).name());
        return new ExperimentPage(
                judged, finding(judged, page), List.copyOf(rows), shown, picture(judged, shown, page));
    }

    private static double planned(JudgedCampaign judged, String arm) {
        double whole = judged.shares().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return judged.shares().getOrDefault(arm, 0.0) / whole;
    }

    private static ArmRow base(JudgedCampaign judged, PageFrame page) {
        double share = judged.report().arms().getFirst().effect().control();
        return new ArmRow(
                judged.base(),
                ExperimentLine.name(judged.base(), page),
                planned(judged, judged.base()),
                judged.assigned().getOrDefault(judged.base(), 0L),
                judged.report().units(),
                percent(share),
                NONE,
                NONE,
                NONE,
                NONE,
                page.t("insight.experiment.base"),
                Meaning.PLAIN,
                NONE,
                NONE);
    }

    private static ArmRow row(JudgedCampaign judged, ArmReport arm, PageFrame page) {
        boolean isVoid = judged.ratio().map(SampleRatio::isAlarm).orElse(false);
        return new ArmRow(
                arm.name(),
                ExperimentLine.name(arm.name(), page),
                planned(judged, arm.name()),
                judged.assigned().getOrDefault(arm.name(), 0L),
                arm.units(),
                percent(arm.effect().arm()),
                points(arm.effect().difference()),
                arm.anyTime().map(ExperimentPage::range).orElse(page.t("insight.experiment.few")),
                arm.anyTime().isPresent() ? range(arm.fixed()) : NONE,
                arm.anyTime().isPresent()
                        ? String.format(Locale.ROOT, "%.4f", arm.chances().anyTimeCorrected())
                        : NONE,
                page.t(isVoid ? "insight.experiment.void" : "insight.experiment." + verdict(arm)),
                isVoid ? Meaning.BAD : meaning(arm),
                harm(arm, ArmHarm.COMPLAINT, page),
                harm(arm, ArmHarm.OPT_OUT, page));
    }

    private static String verdict(ArmReport arm) {
        return arm.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static Meaning meaning(ArmReport arm) {
        return switch (arm.verdict()) {
            case MORE -> Meaning.GOOD;
            case LESS -> Meaning.BAD;
            case OPEN -> Meaning.PLAIN;
        };
    }

    private static String harm(ArmReport arm, ArmHarm harm, PageFrame page) {
        ExperimentReport.GuardrailReport report = arm.guardrails().get(harm.name());
        if (report == null || Double.isNaN(report.effect().arm())) {
            return NONE;
        }
        return page.t(
                "insight.guardrail." + report.verdict().name().toLowerCase(Locale.ROOT),
                percent(report.effect().control()),
                percent(report.effect().arm()));
    }

    private static String finding(JudgedCampaign judged, PageFrame page) {
        if (judged.ratio().map(SampleRatio::isAlarm).orElse(false)) {
            return page.t("insight.experiment.alarm");
        }
        String goal = page.t("insight.goal." + ReturnsForm.name(judged.goal()));
        Optional<ArmReport> told = best(judged.report().arms());
        if (told.isEmpty()) {
            return page.t("insight.experiment.young", goal);
        }
        ArmReport best = told.get();
        String difference = points(best.effect().difference());
        String range = best.anyTime().map(ExperimentPage::range).orElse(NONE);
        return page.t(
                "insight.experiment.finding." + verdict(best),
                ExperimentLine.name(best.name(), page),
                ExperimentLine.name(judged.base(), page),
                goal,
                difference,
                range);
    }

    /** The arm that has most more than the base, of those with enough customers. */
    private static Optional<ArmReport> best(List<ArmReport> arms) {
        return arms.stream().filter(arm -> arm.anyTime().isPresent()).max(Comparator.comparingDouble(arm -> arm.effect()
                .difference()));
    }

    private static Chart picture(JudgedCampaign judged, String arm, PageFrame page) {
        List<JudgedCampaign.Step> steps = judged.steps().stream()
                .filter(step -> step.arms().containsKey(arm))
                .toList();
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.USUAL,
                page.t(
                        "insight.experiment.picture",
                        ExperimentLine.name(arm, page),
                        ExperimentLine.name(judged.base(), page)),
                page.t("insight.experiment.points"),
                page.t("insight.experiment.day"),
                steps.stream().map(step -> step.day().toString()).toList(),
                List.of(
                        series(page.t("insight.experiment.difference"), steps, arm, JudgedCampaign.Seen::difference),
                        series(page.t("insight.experiment.low"), steps, arm, seen -> seen.range()
                                .low()),
                        series(page.t("insight.experiment.high"), steps, arm, seen -> seen.range()
                                .high())),
                null);
    }

    private static Chart.Series series(
            String name, List<JudgedCampaign.Step> steps, String arm, ToDoubleFunction<JudgedCampaign.Seen> value) {
        return Chart.Series.of(
                name,
                steps.stream()
                        .mapToDouble(step -> {
                            JudgedCampaign.Seen seen = step.arms().get(arm);
                            return seen == null ? Double.NaN : Math.round(value.applyAsDouble(seen) * 1e4) / 100.0;
                        })
                        .toArray());
    }

    /** The share of the variance that activity before took out of the largest arm's difference; empty while too few. */
    public String reduction() {
        return judged.report()
                .arms()
                .getFirst()
                .varianceReduction()
                .filter(share -> !share.isNaN())
                .map(share -> percent(Math.max(0.0, share)))
                .orElse(NONE);
    }

    /** Whether the picture has anything to show. */
    public boolean hasPicture() {
        return picture.labels().size() > 1;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static String points(double difference) {
        return Double.isNaN(difference) ? NONE : String.format(Locale.ROOT, "%+.2f", 100 * difference);
    }

    private static String range(Range range) {
        return "[%s, %s]".formatted(points(range.low()), points(range.high()));
    }
}
