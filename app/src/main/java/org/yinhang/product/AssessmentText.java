package org.yinhang.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yinhang.core.loan.cost.CostLine;
import org.yinhang.core.loan.cost.CostTable;
import tools.jackson.databind.json.JsonMapper;

/** An assessment in words for a terminal, and as JSON. */
final class AssessmentText {

    private AssessmentText() {}

    static String of(Product product, Assessment assessment) {
        StringBuilder text = new StringBuilder(
                "%s %s · %s: %s%n".formatted(product.id(), product.zh(), product.en(), verdict(assessment)));
        assessment.refusals().forEach(refusal -> refusal(text, "✗", refusal));
        assessment.referrals().forEach(refusal -> refusal(text, "?", refusal));
        assessment.price().ifPresent(price -> {
            text.append("  price 价格 %s (%s – %s)%s%n"
                    .formatted(price.rate(), price.lowest(), price.highest(), price.isNeutral() ? " neutral 中性" : ""));
            price.parts()
                    .forEach(part -> text.append(
                            "    %10s  %s · %s  [%s]%n".formatted(part.rate(), part.zh(), part.en(), part.source())));
        });
        assessment.limit().ifPresent(limit -> {
            text.append("  limit 额度 %s%n".formatted(limit.limit()));
            limit.parts()
                    .forEach(part -> text.append(
                            "    %14s  %s · %s  [%s]%n".formatted(part.change(), part.zh(), part.en(), part.source())));
        });
        assessment.cost().map(CostQuote::table).ifPresent(cost -> cost(text, cost));
        return text.toString();
    }

    private static String verdict(Assessment assessment) {
        if (assessment.isAdmitted()) {
            return "admitted 准入";
        }
        return assessment.isEligible() ? "eligible, to be checked 可营销，须核验" : "refused 拒绝";
    }

    private static void refusal(StringBuilder text, String mark, Refusal refusal) {
        text.append("  %s %s %s · %s  [guard %d, %s#%s: %s]%n"
                .formatted(
                        mark,
                        refusal.code(),
                        refusal.zh(),
                        refusal.en(),
                        refusal.guard(),
                        refusal.table(),
                        refusal.row(),
                        refusal.condition()));
    }

    private static void cost(StringBuilder text, CostTable cost) {
        text.append("  cost 综合融资成本 %s, %s%n"
                .formatted(cost.annual().unique().map(Object::toString).orElse("–"), cost.total()));
        for (CostLine line : cost.lines()) {
            text.append("    %14s  %s (%s) %s%n"
                    .formatted(
                            line.amount(),
                            line.item().name(),
                            line.item().collector().name(),
                            line.annualShare()));
        }
    }

    static String json(List<Assessment> assessments) {
        return JsonMapper.shared()
                .writeValueAsString(
                        assessments.stream().map(AssessmentText::tree).toList());
    }

    private static Map<String, Object> tree(Assessment assessment) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("product", assessment.product());
        root.put("day", assessment.day().toString());
        root.put("neutral", assessment.isNeutral());
        root.put("eligible", assessment.isEligible());
        root.put("admitted", assessment.isAdmitted());
        root.put("refusals", assessment.refusals());
        root.put("referrals", assessment.referrals());
        assessment.price().ifPresent(price -> {
            root.put("ratePpm", price.rate().ppm());
            root.put("lowestPpm", price.lowest().ppm());
            root.put("highestPpm", price.highest().ppm());
            root.put("priceBuildUp", price.text());
        });
        assessment.limit().ifPresent(limit -> root.put("limitFen", limit.limit().fen()));
        assessment
                .cost()
                .flatMap(cost -> cost.table().annual().unique())
                .ifPresent(annual -> root.put("annualCostPpm", annual.ppm()));
        root.put("versions", assessment.versions());
        return root;
    }
}
