package org.yinhang.model;

import static org.yinhang.model.ReportTexts.count;
import static org.yinhang.model.ReportTexts.number;
import static org.yinhang.model.ReportTexts.percent;

import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.learning.BacktestReport;

/** Tells an evaluation to a person, with intervals of 95 %. */
final class EvaluationText {

    private static final int DECIMALS = 4;

    private final ResponseStudy study;
    private final ReportTexts texts;
    private final ToldLines lines;

    private EvaluationText(ResponseStudy study, ReportTexts texts) {
        this.study = study;
        this.texts = texts;
        this.lines = new ToldLines(texts);
    }

    static String plain(ResponseStudy study, ReportTexts texts) {
        return new EvaluationText(study, texts).text();
    }

    private String text() {
        BacktestReport report = study.report();
        Evaluation e = report.evaluation();
        lines.line(
                texts.t("told.table"),
                texts.t("told.table.is", study.table().name(), count(report.rows()), study.target()));
        lines.line(
                texts.t("told.judged"),
                texts.t(
                        "told.judged.on",
                        count(e.scored()),
                        study.split(),
                        count(e.positives()),
                        percent((double) e.positives() / e.scored())));
        lines.gap();
        figures(e, study.assessment());
        new EvaluationFindings(study, texts).addTo(lines);
        lines.gap();
        lines.line(texts.t("told.training"), texts.t("told.training.took", number(report.fitSeconds(), 1)));
        lines.line(texts.t("told.scoring"), texts.t("told.scoring.speed", count((long) report.rowsPerSecond())));
        lines.gap();
        lines.choices(report.choices());
        return lines.toString();
    }

    private void figures(Evaluation e, Assessment a) {
        figure("AUC", e.auc(), a.auc().interval(), "told.auc");
        figure("Gini", a.auc().gini(), a.auc().interval().scaled(2, -1), "told.gini");
        figure(texts.t("evaluation.within"), e.aucWithin(), Interval.UNKNOWN, "told.within");
        figure("KS", e.ks(), a.ks(), "told.ks");
        figure("ALIFT", e.alift(), a.alift(), "told.alift");
        Interval half = a.topHalfShare();
        lines.figure(
                texts.t("evaluation.half"),
                percent(e.topHalfShare()),
                texts.t("evaluation.interval", percent(half.low()), percent(half.high())),
                texts.t("told.half.is"));
        double byLot = (double) e.positives() * Math.min(e.top(), e.scored()) / e.scored();
        lines.figure(
                texts.t("told.top", count(e.top())),
                count(e.foundInTop()),
                "",
                texts.t("told.top.is", number(byLot, 0)));
        figure("Brier", e.brier(), a.brier(), "told.brier");
        figure("Log loss", a.logLoss(), a.logLossInterval(), "told.logloss");
        figure(texts.t("evaluation.calibration"), e.calibrationError(), Interval.UNKNOWN, "told.calibration");
        figure(texts.t("told.slope.name"), a.calibration().slope(), Interval.UNKNOWN, "told.slope");
    }

    private void figure(String name, double value, Interval interval, String meaning) {
        lines.figure(name, value, interval, DECIMALS, texts.t(meaning));
    }
}
