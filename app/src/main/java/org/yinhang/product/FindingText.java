package org.yinhang.product;

import org.yinhang.core.policy.analysis.Finding;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.ExpressionText;

/** Findings of the analysis in words. */
public final class FindingText {

    private FindingText() {}

    public static String english(Finding finding) {
        return switch (finding) {
            case Finding.Gap(var example) -> "no row holds for a customer with %s".formatted(example);
            case Finding.Contradiction(String first, String second, var example) ->
                "rows %s and %s contradict each other for a customer with %s".formatted(first, second, example);
            case Finding.Overlap(String first, String second, var example) ->
                "rows %s and %s both hold for a customer with %s; the first decides".formatted(first, second, example);
            case Finding.Unreachable(String row) -> "rows before it leave nothing to row %s".formatted(row);
            case Finding.Impossible(String row) -> "nobody can meet row %s".formatted(row);
            case Finding.Unjudged(String row, var lacking, var example, boolean isHandled) ->
                "row %s cannot be judged without %s%s"
                        .formatted(
                                row,
                                ExpressionText.of(lacking),
                                isHandled
                                        ? "; the unknown outcome is taken"
                                        : ", and the table has no unknown outcome");
        };
    }

    public static String chinese(Finding finding) {
        return switch (finding) {
            case Finding.Gap(var example) -> "没有任何行适用于这样的客户：%s".formatted(example);
            case Finding.Contradiction(String first, String second, var example) ->
                "行 %s 与 %s 相互矛盾，例如客户：%s".formatted(first, second, example);
            case Finding.Overlap(String first, String second, var example) ->
                "行 %s 与 %s 同时成立，以在前者为准，例如客户：%s".formatted(first, second, example);
            case Finding.Unreachable(String row) -> "行 %s 永远轮不到，前面的行已全部覆盖".formatted(row);
            case Finding.Impossible(String row) -> "行 %s 的条件没有客户能满足".formatted(row);
            case Finding.Unjudged(String row, var lacking, var example, boolean isHandled) ->
                "缺少 %s 时行 %s 无法判断%s"
                        .formatted(
                                lacking instanceof Reference(var field) ? field.zh() : ExpressionText.of(lacking),
                                row,
                                isHandled ? "，按“未知”处理" : "，且本表未定义“未知”结论");
        };
    }
}
