package org.yinhang.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.core.policy.OutcomeColumn;
import org.yinhang.core.predicate.ValueType;

/** What a decision table decides; also the order in which tables are asked. */
public enum PolicyKind {
    /** Forbidden industries and purposes: asked before all others, and nothing overrides them. */
    RED_LINE,
    /** Who may borrow. */
    ADMISSION,
    /** Whom the product suits. */
    SUITABILITY,
    /** What is added to or taken off the price. */
    PRICE,
    /** The amount a limit starts from. */
    LIMIT_BASE,
    /** Factors the limit is multiplied by. */
    LIMIT_FACTOR,
    /** The most a limit may be. */
    LIMIT_CAP;

    /** The column every table of the kind has. */
    public OutcomeColumn column() {
        return switch (this) {
            case RED_LINE -> verdict(Map.of("refuse", "拒绝"));
            case ADMISSION, SUITABILITY -> {
                Map<String, String> words = new LinkedHashMap<>();
                words.put("pass", "通过");
                words.put("refer", "人工核验");
                words.put("refuse", "拒绝");
                yield verdict(words);
            }
            case PRICE -> OutcomeColumn.of("adjustment", ValueType.RATE, "加减点", "Adjustment");
            case LIMIT_BASE -> OutcomeColumn.of("limit", ValueType.MONEY, "额度", "Limit");
            case LIMIT_FACTOR -> OutcomeColumn.of("factor", ValueType.NUMBER, "系数", "Factor");
            case LIMIT_CAP -> OutcomeColumn.of("cap", ValueType.MONEY, "上限", "At most");
        };
    }

    /** The columns of a table of the kind. */
    public List<OutcomeColumn> columns() {
        return List.of(column());
    }

    /** Whether it decides if a customer may have the product. */
    public boolean isGate() {
        return switch (this) {
            case RED_LINE, ADMISSION, SUITABILITY -> true;
            case PRICE, LIMIT_BASE, LIMIT_FACTOR, LIMIT_CAP -> false;
        };
    }

    private static OutcomeColumn verdict(Map<String, String> words) {
        return new OutcomeColumn("verdict", ValueType.TEXT, "结论", "Verdict", words, false);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "product.kind." + name().toLowerCase(Locale.ROOT);
    }
}
