package org.yinhang.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.uplift.Balance;
import org.yinhang.core.uplift.Treatments;
import org.yinhang.core.uplift.UpliftEvaluation;
import org.yinhang.core.uplift.UpliftReport;

/** Tells an evaluation of effects to a person, with intervals of 95 %. */
final class UpliftText {

    private static final int CHOICES_TOLD = 6;

    private UpliftText() {}

    static String plain(UpliftStudy study) {
        UpliftReport report = study.report();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Table",
                String.format(
                        Locale.ROOT,
                        "%s, %,d rows; success is %s; %,d rows in no group left out",
                        study.name(),
                        report.rows(),
                        study.target(),
                        report.leftOut()));
        line(
                text,
                "Judged on",
                String.format(Locale.ROOT, "%,d rows no model had seen (%s)", report.scored(), study.split()));
        line(text, "Learner", study.learner().toString());
        for (int treatment = 0; treatment < study.evaluations().size(); treatment++) {
            text.append('\n');
            treatment(text, study, treatment);
        }
        study.best().ifPresent(best -> {
            text.append('\n');
            line(
                    text,
                    "Best for each",
                    String.format(
                            Locale.ROOT,
                            "%.2f %% would succeed (%.2f to %.2f); %s of rows left alone",
                            100 * best.rate(),
                            100 * best.interval().low(),
                            100 * best.interval().high(),
                            ReportTexts.percent(best.shares().getFirst())));
        });
        text.append('\n');
        line(text, "Training", String.format(Locale.ROOT, "%.1f s in all", report.fitSeconds()));
        text.append('\n');
        choices(text, report);
        return text.toString();
    }

    private static void treatment(StringBuilder text, UpliftStudy study, int treatment) {
        UpliftEvaluation e = study.evaluations().get(treatment);
        Treatments treatments = study.report().treatments();
        line(
                text,
                "Treated",
                String.format(
                        Locale.ROOT,
                        "%,d with %s, %.2f %% succeeded; %,d left alone (%s), %.2f %%",
                        e.treated(),
                        treatments.name(treatment + 1),
                        100 * e.treatedRate(),
                        e.control(),
                        treatments.name(Treatments.CONTROL),
                        100 * e.controlRate()));
        figure(text, "ATE", e.ate(), "average effect: difference of the rates");
        figure(text, "Uplift at 30%", e.upliftAt(), "the same among the 30 % with the highest predicted effect");
        figure(text, "Qini", e.qini(), "area above a random order, successes a treated customer");
        figure(text, "AUUC", e.auuc(), "area under the uplift curve; a random order has half the ATE");
        study.comparison().ifPresent(comparison -> {
            UpliftEvaluation.Estimate gap = comparison.gaps().get(treatment);
            figure(
                    text,
                    "  difference",
                    gap,
                    String.format(
                            Locale.ROOT,
                            "of Qini to %s, which has %.5f",
                            comparison.learner(),
                            comparison.evaluations().get(treatment).qini().value()));
        });
        line(
                text,
                "Placebo",
                String.format(
                        Locale.ROOT,
                        "Qini %.5f (%.5f to %.5f) with treatment dealt out anew %d times; as high by lot: p = %.3f",
                        e.placebo().mean(),
                        e.placebo().interval().low(),
                        e.placebo().interval().high(),
                        e.placebo().times(),
                        e.placebo().pValue()));
        line(text, "Balance", words(e.balance()));
    }

    private static String words(Balance balance) {
        Balance.OfColumn least = balance.columns().getFirst();
        String column = String.format(
                Locale.ROOT,
                "least alike in '%s' (PSI %.4f, p = %.3f)",
                least.column(),
                least.index().value(),
                least.pValue());
        String sizes = String.format(
                Locale.ROOT, "%.1f %% treated (halves: p = %.3f)", 100 * balance.treatedShare(), balance.halves());
        return balance.isDoubtful()
                ? "DOUBTFUL: treated and untreated differ more than by lot, so no figure here can be trusted; " + column
                        + "; " + sizes
                : "the groups are alike; " + column + "; " + sizes;
    }

    private static void figure(StringBuilder text, String name, UpliftEvaluation.Estimate estimate, String meaning) {
        line(
                text,
                name,
                String.format(
                        Locale.ROOT,
                        "%-8s %-19s %s",
                        ReportTexts.number(estimate.value(), 5),
                        estimate.interval().isKnown()
                                ? String.format(
                                        Locale.ROOT,
                                        "%.5f to %.5f",
                                        estimate.interval().low(),
                                        estimate.interval().high())
                                : "",
                        meaning));
    }

    private static void choices(StringBuilder text, UpliftReport report) {
        Map<String, Long> counted = report.choices().stream()
                .collect(Collectors.groupingBy(choice -> choice, LinkedHashMap::new, Collectors.counting()));
        text.append("What the models are made of\n");
        counted.entrySet().stream()
                .limit(CHOICES_TOLD)
                .forEach(entry -> text.append("  %d × %s%n".formatted(entry.getValue(), entry.getKey())));
        if (counted.size() > CHOICES_TOLD) {
            text.append("  … and %d more kinds; --json lists all%n".formatted(counted.size() - CHOICES_TOLD));
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-15s%s%n", name, value));
    }
}
