package org.yinhang.lake.fold;

import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.ColumnType;

/** What the columns of the lake are in the language of predicates. */
public final class FactTypes {

    private FactTypes() {}

    /** The type of a column's values; keys and customers are whole numbers that are only counted and compared. */
    public static ValueType of(ColumnType type) {
        return switch (type) {
            case CUSTOMER, KEY, INTEGER -> ValueType.INTEGER;
            case CODE, TEXT -> ValueType.TEXT;
            case MONEY -> ValueType.MONEY;
            case RATE -> ValueType.RATE;
            case FRACTION, NUMBER -> ValueType.NUMBER;
            case DATE -> ValueType.DATE;
            case INSTANT -> ValueType.MOMENT;
            case FLAG -> ValueType.TRUTH;
        };
    }
}
