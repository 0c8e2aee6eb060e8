package org.yinhang.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.ExperimentReport;
import org.yinhang.core.experiment.Range;
import tools.jackson.databind.json.JsonMapper;

/** An experiment for a terminal and for programs. */
final class ExperimentText {

    private ExperimentText() {}

    static String plain(ExperimentReport report, double alpha) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "control 对照组 %s: %,d units 人; sample ratio 分组比例 p = %.4f, at any time 任意时刻 p = %.4f%s%n",
                report.control(),
                report.units(),
                report.ratio().pValue(),
                report.ratio().anyTimePValue(),
                report.ratio().isAlarm() ? "  ← NOT AS PLANNED 与计划不符: mend the assignment first" : ""));
        for (ExperimentReport.ArmReport arm : report.arms()) {
            Effect effect = arm.effect();
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %,d units 人, %.5g → %.5g, lift 提升 %+.2f %%  %s%n",
                    arm.name(),
                    arm.units(),
                    effect.control(),
                    effect.arm(),
                    100 * effect.lift(),
                    verdict(report, arm)));
            text.append(String.format(
                    Locale.ROOT,
                    "  one look 单次 %.0f %%: %s, p = %.4f%s%n",
                    100 * (1 - alpha),
                    range(arm.fixed()),
                    arm.chances().fixed(),
                    report.arms().size() > 1
                            ? String.format(
                                    Locale.ROOT,
                                    ", corrected 校正 %.4f",
                                    arm.chances().fixedCorrected())
                            : ""));
            text.append(String.format(
                    Locale.ROOT,
                    "  any time 任意时刻: %s, p = %.4f%s%n",
                    arm.anyTime().map(ExperimentText::range).orElse("too few yet 样本尚少"),
                    arm.chances().anyTime(),
                    report.arms().size() > 1
                            ? String.format(
                                    Locale.ROOT,
                                    ", corrected 校正 %.4f",
                                    arm.chances().anyTimeCorrected())
                            : ""));
            arm.varianceReduction()
                    .ifPresent(reduction -> text.append(String.format(
                            Locale.ROOT, "  CUPED: variance reduced by 方差减少 %.1f %%%n", 100 * reduction)));
            arm.guardrails()
                    .forEach((name, guardrail) -> text.append(String.format(
                            Locale.ROOT,
                            "  guardrail 护栏 %s: %.5g → %.5g (%+.2f %%), margin %.1f %%: %s%n",
                            name,
                            guardrail.effect().control(),
                            guardrail.effect().arm(),
                            100 * guardrail.effect().lift(),
                            100 * guardrail.guardrail().margin(),
                            guardrail.verdict().name().toLowerCase(Locale.ROOT))));
        }
        return text.toString().stripTrailing();
    }

    private static String verdict(ExperimentReport report, ExperimentReport.ArmReport arm) {
        if (report.ratio().isAlarm()) {
            return "(void 无效)";
        }
        return switch (arm.verdict()) {
            case MORE -> "more 更高";
            case LESS -> "less 更低";
            case OPEN -> "open 未定";
        };
    }

    private static String range(Range range) {
        return String.format(Locale.ROOT, "[%+.5g, %+.5g]", range.low(), range.high());
    }

    static String json(ExperimentReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("control", report.control());
        root.put("units", report.units());
        root.put(
                "sampleRatio",
                Map.of(
                        "p", report.ratio().pValue(),
                        "anyTimeP", report.ratio().anyTimePValue(),
                        "alarm", report.ratio().isAlarm()));
        root.put("arms", report.arms().stream().map(ExperimentText::arm).toList());
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static Map<String, Object> arm(ExperimentReport.ArmReport arm) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("arm", arm.name());
        written.put("units", arm.units());
        written.put("controlValue", arm.effect().control());
        written.put("value", arm.effect().arm());
        written.put("difference", arm.effect().difference());
        written.put("standardError", arm.effect().error());
        written.put("lift", arm.effect().lift());
        written.put("interval", ends(arm.fixed()));
        written.put("anyTimeInterval", arm.anyTime().map(ExperimentText::ends).orElse(List.of()));
        written.put("p", arm.chances().fixed());
        written.put("pCorrected", arm.chances().fixedCorrected());
        written.put("anyTimeP", arm.chances().anyTime());
        written.put("anyTimePCorrected", arm.chances().anyTimeCorrected());
        arm.varianceReduction().ifPresent(reduction -> written.put("varianceReduction", reduction));
        written.put("verdict", arm.verdict().name().toLowerCase(Locale.ROOT));
        Map<String, Object> guardrails = new LinkedHashMap<>();
        arm.guardrails()
                .forEach((name, guardrail) -> guardrails.put(
                        name,
                        Map.of(
                                "lift", guardrail.effect().lift(),
                                "margin", guardrail.guardrail().margin(),
                                "verdict", guardrail.verdict().name().toLowerCase(Locale.ROOT))));
        written.put("guardrails", guardrails);
        return written;
    }

    private static List<Double> ends(Range range) {
        return List.of(range.low(), range.high());
    }
}
