package org.yinhang.audience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.tag.Tag;

/** A pass rate as the command line tells it. */
final class PassRateText {

    private final PassRate rate;
    private final @Nullable Tag reasons;

    /** @param tags the catalogue, whose {@code reject_reason} names the reasons */
    PassRateText(PassRate rate, Map<String, Tag> tags) {
        this.rate = rate;
        this.reasons = tags.get("reject_reason");
    }

    /** Lines for a person to read. */
    String lines() {
        List<String> lines = new ArrayList<>();
        lines.add(expected());
        Decisions past = rate.past();
        if (past.decided() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Past 12 months 过去一年: %,d decided 已决, %s approved 通过 (%s – %s)",
                    past.decided(),
                    percent(past.rate()),
                    percent(past.interval().low()),
                    percent(past.interval().high())));
        }
        rate.reasons()
                .forEach(reason -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-28s %,6d  %6s  bank 全行 %6s  TGI %.0f",
                        named(reason.code()),
                        reason.applications(),
                        percent(reason.share()),
                        percent(reason.bankShare()),
                        reason.tgi())));
        rate.leaveOuts()
                .forEach(offer -> lines.add(String.format(
                        Locale.ROOT,
                        "and %s: %,d fewer touches 少触达, %,d of them wasted 其中白费, pass rate 通过率 %s",
                        offer.condition(),
                        offer.fewer(),
                        offer.spared(),
                        percent(offer.rate()))));
        return String.join(System.lineSeparator(), lines);
    }

    private String expected() {
        return switch (rate.basis()) {
            case SCORE ->
                String.format(
                        Locale.ROOT,
                        "Expected pass rate 预期通过率 %s by score 按评分 (%,d scored 有分, %,d without 无分); wasted touches 白费触达 %,d",
                        percent(rate.rate()),
                        rate.scores().known(),
                        rate.scores().missing(),
                        rate.wasted());
            case PAST ->
                String.format(
                        Locale.ROOT,
                        "Expected pass rate 预期通过率 %s by past applications 按过往申请 (no model in force 模型未启用); wasted touches 白费触达"
                                + " %,d",
                        percent(rate.rate()),
                        rate.wasted());
            case UNKNOWN ->
                "Expected pass rate 预期通过率 unknown 未知: no score, fewer than %d applicants 无评分，申请人不足 %d 位"
                        .formatted(Decisions.FEWEST, Decisions.FEWEST);
        };
    }

    /** The same for programs; figures that are not known are null. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("basis", rate.basis().key());
        root.put("rate", known(rate.rate()));
        root.put("scored", rate.scores().known());
        root.put("unscored", rate.scores().missing());
        root.put("wastedTouches", rate.basis() == PassRate.Basis.UNKNOWN ? null : rate.wasted());
        root.put("decided", rate.past().decided());
        root.put("approved", rate.past().approved());
        boolean isTold = rate.past().decided() > 0;
        root.put("low", isTold ? rate.past().interval().low() : null);
        root.put("high", isTold ? rate.past().interval().high() : null);
        root.put("reasons", rate.reasons().stream().map(PassRateText::json).toList());
        root.put("leaveOut", rate.leaveOuts());
        return root;
    }

    private static Map<String, @Nullable Object> json(PassRate.Reason reason) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("reason", reason.code());
        one.put("applications", reason.applications());
        one.put("share", reason.share());
        one.put("bankShare", known(reason.bankShare()));
        one.put("tgi", known(reason.tgi()));
        return one;
    }

    private static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    private String named(String code) {
        if (code.equals(Decisions.OTHER)) {
            return "其他 others";
        }
        Tag.Names names = reasons == null ? null : reasons.values().get(code);
        return names == null ? (code.isEmpty() ? "未注明 not stated" : code) : names.zh() + " " + names.en();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
