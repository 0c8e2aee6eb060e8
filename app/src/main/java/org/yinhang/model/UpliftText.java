package org.yinhang.model;

import static org.yinhang.model.ReportTexts.count;
import static org.yinhang.model.ReportTexts.number;
import static org.yinhang.model.ReportTexts.percent;

import org.yinhang.core.uplift.Balance;
import org.yinhang.core.uplift.Treatments;
import org.yinhang.core.uplift.UpliftEvaluation;
import org.yinhang.core.uplift.UpliftReport;

/** Tells an evaluation of effects to a person, with intervals of 95 %. */
final class UpliftText {

    private static final int DECIMALS = 5;

    private final UpliftStudy study;
    private final ReportTexts texts;
    private final ToldLines lines;

    private UpliftText(UpliftStudy study, ReportTexts texts) {
        this.study = study;
        this.texts = texts;
        this.lines = new ToldLines(texts);
    }

    static String plain(UpliftStudy study, ReportTexts texts) {
        return new UpliftText(study, texts).text();
    }

    private String text() {
        UpliftReport report = study.report();
        lines.line(
                texts.t("told.table"),
                texts.t(
                        "told.uplift.table.is",
                        study.name(),
                        count(report.rows()),
                        study.target(),
                        count(report.leftOut())));
        lines.line(texts.t("told.judged"), texts.t("told.uplift.judged.on", count(report.scored()), study.split()));
        lines.line(texts.t("told.uplift.learner"), study.learner().toString());
        for (int treatment = 0; treatment < study.evaluations().size(); treatment++) {
            lines.gap();
            treatment(treatment);
        }
        study.best().ifPresent(best -> {
            lines.gap();
            lines.line(
                    texts.t("told.uplift.best.each"),
                    texts.t(
                            "told.uplift.best.is",
                            hundredths(best.rate()),
                            hundredths(best.interval().low()),
                            hundredths(best.interval().high()),
                            percent(best.shares().getFirst())));
        });
        lines.gap();
        lines.line(texts.t("told.training"), texts.t("told.training.took", number(report.fitSeconds(), 1)));
        lines.gap();
        lines.choices(report.choices());
        return lines.toString();
    }

    private void treatment(int treatment) {
        UpliftEvaluation e = study.evaluations().get(treatment);
        Treatments treatments = study.report().treatments();
        lines.line(
                texts.t("uplift.treated"),
                texts.t(
                        "told.uplift.treated.is",
                        count(e.treated()),
                        treatments.name(treatment + 1),
                        hundredths(e.treatedRate()),
                        count(e.control()),
                        treatments.name(Treatments.CONTROL),
                        hundredths(e.controlRate())));
        figure("ATE", e.ate(), texts.t("told.uplift.ate.is"));
        figure(texts.t("uplift.at30"), e.upliftAt(), texts.t("told.uplift.at30.is"));
        figure("Qini", e.qini(), texts.t("told.uplift.qini.is"));
        figure("AUUC", e.auuc(), texts.t("told.uplift.auuc.is"));
        study.comparison().ifPresent(comparison -> {
            double other = comparison.evaluations().get(treatment).qini().value();
            figure(
                    texts.t("told.uplift.difference"),
                    comparison.gaps().get(treatment),
                    texts.t("told.uplift.difference.is", comparison.learner(), number(other, DECIMALS)));
        });
        lines.line(
                texts.t("told.uplift.placebo.name"),
                texts.t(
                        "told.uplift.placebo.is",
                        number(e.placebo().mean(), DECIMALS),
                        number(e.placebo().interval().low(), DECIMALS),
                        number(e.placebo().interval().high(), DECIMALS),
                        count(e.placebo().times()),
                        number(e.placebo().pValue(), 3)));
        lines.line(texts.t("told.uplift.balance.name"), words(e.balance()));
    }

    private String words(Balance balance) {
        Balance.OfColumn least = balance.columns().getFirst();
        return texts.t(
                balance.isDoubtful() ? "told.uplift.balance.doubtful" : "told.uplift.balance.fine",
                texts.t(
                        "told.uplift.balance.least",
                        least.column(),
                        number(least.index().value(), 4),
                        number(least.pValue(), 3)),
                texts.t(
                        "told.uplift.balance.sizes",
                        number(100 * balance.treatedShare(), 1),
                        number(balance.halves(), 3)));
    }

    private void figure(String name, UpliftEvaluation.Estimate estimate, String meaning) {
        lines.figure(name, estimate.value(), estimate.interval(), DECIMALS, meaning);
    }

    private static String hundredths(double share) {
        return number(100 * share, 2);
    }
}
