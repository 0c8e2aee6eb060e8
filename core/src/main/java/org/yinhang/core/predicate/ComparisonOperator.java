package org.yinhang.core.predicate;

/** How two values are compared. */
public enum ComparisonOperator {
    EQUAL("="),
    DIFFERENT("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String symbol;

    ComparisonOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether it holds for two values whose comparison has this sign. */
    public boolean holds(int sign) {
        return switch (this) {
            case EQUAL -> sign == 0;
            case DIFFERENT -> sign != 0;
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
        };
    }

    /** Whether it asks which comes first, not only whether they are the same. */
    public boolean asksOrder() {
        return this != EQUAL && this != DIFFERENT;
    }
}
