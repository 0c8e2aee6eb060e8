package org.yinhang.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Range;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.Outcome;
import tools.jackson.databind.json.JsonMapper;

/** Increments for a terminal and for programs. */
final class IncrementText {

    private static final double ALPHA = 0.05;

    private IncrementText() {}

    static String plain(IncrementReport report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "contacted 触达组 %,d, control 空白组 %,d, sample ratio 分组比例 p = %.4f%s%n",
                report.contacted(),
                report.control(),
                report.ratio().pValue(),
                report.ratio().isAlarm() ? "  ← NOT AS PLANNED 与计划不符" : ""));
        for (IncrementReport.Increment increment : report.increments()) {
            Outcome outcome = increment.outcome();
            if (increment.contacted() == 0) {
                text.append(String.format(
                        Locale.ROOT, "%-12s no mature cohort 尚无成熟批次 (%d days)%n", name(outcome), outcome.days()));
                continue;
            }
            Effect effect = increment.effect();
            if (increment.isRare()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-12s %.4f over 高于 %.4f each, too rare for an interval 发生太少, %,d contacted%n",
                        name(outcome),
                        effect.difference(),
                        effect.control(),
                        increment.contacted()));
                continue;
            }
            Range each = effect.fixed(ALPHA);
            Range total = increment.totalRange(ALPHA);
            text.append(String.format(
                    Locale.ROOT,
                    outcome.isMoney()
                            ? "%-12s ¥%.2f over 高于 ¥%.2f each, 95 %% [%.2f, %.2f]; in all 合计 ¥%,.0f [%,.0f, %,.0f], %,d contacted%n"
                            : "%-12s %.4f over 高于 %.4f each, 95 %% [%.4f, %.4f]; in all 合计 %,.1f [%,.1f, %,.1f], %,d contacted%n",
                    name(outcome),
                    effect.difference(),
                    effect.control(),
                    each.low(),
                    each.high(),
                    increment.total(),
                    total.low(),
                    total.high(),
                    increment.contacted()));
        }
        report.badRate()
                .ifPresent(rate -> text.append(String.format(
                        Locale.ROOT,
                        "%-12s %.4f → %.4f of borrowers 借款人不良率, difference 95 %% [%+.4f, %+.4f]%n",
                        "bad_rate",
                        rate.control(),
                        rate.arm(),
                        rate.fixed(ALPHA).low(),
                        rate.fixed(ALPHA).high())));
        return text.append(cohorts(report)).toString().stripTrailing();
    }

    /** The months of the first outcome with money in it, the one a board asks for. */
    private static String cohorts(IncrementReport report) {
        StringBuilder text = new StringBuilder();
        report.increments().stream()
                .filter(increment -> increment.outcome() == Outcome.LOAN)
                .forEach(increment -> increment
                        .cohorts()
                        .forEach(cohort -> text.append(String.format(
                                Locale.ROOT,
                                "  %s  %,7d / %,7d  %s%n",
                                cohort.month(),
                                cohort.contacted(),
                                cohort.control(),
                                cohort.effect()
                                        .filter(effect -> !cohort.isRare(Outcome.LOAN))
                                        .map(effect -> String.format(
                                                Locale.ROOT,
                                                "loans %+.4f [%+.4f, %+.4f]",
                                                effect.difference(),
                                                effect.fixed(ALPHA).low(),
                                                effect.fixed(ALPHA).high()))
                                        .orElse(cohort.isMature() ? "too rare 太少" : "not mature 未成熟")))));
        return text.toString();
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    static String json(IncrementReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("contacted", report.contacted());
        root.put("control", report.control());
        root.put("sampleRatioP", report.ratio().pValue());
        root.put("sampleRatioAlarm", report.ratio().isAlarm());
        root.put(
                "increments",
                report.increments().stream().map(IncrementText::increment).toList());
        report.badRate().ifPresent(rate -> root.put("badRate", effect(rate)));
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static Map<String, Object> increment(IncrementReport.Increment increment) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("outcome", name(increment.outcome()));
        written.put("days", increment.outcome().days());
        written.put("contacted", increment.contacted());
        written.put("control", increment.control());
        if (increment.contacted() > 0) {
            written.putAll(effect(increment.effect()));
            written.put("total", increment.total());
            written.put("totalInterval", ends(increment.totalRange(ALPHA)));
        }
        written.put(
                "cohorts",
                increment.cohorts().stream()
                        .map(cohort -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("month", cohort.month().toString());
                            one.put("contacted", cohort.contacted());
                            one.put("control", cohort.control());
                            one.put("mature", cohort.isMature());
                            cohort.effect().ifPresent(effect -> one.putAll(effect(effect)));
                            return one;
                        })
                        .toList());
        return written;
    }

    private static Map<String, Object> effect(Effect effect) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("controlValue", finite(effect.control()));
        written.put("contactedValue", finite(effect.arm()));
        written.put("difference", finite(effect.difference()));
        written.put("interval", ends(effect.fixed(ALPHA)));
        return written;
    }

    private static List<Double> ends(Range range) {
        return Double.isNaN(range.low()) ? List.of() : List.of(range.low(), range.high());
    }

    private static @Nullable Double finite(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
