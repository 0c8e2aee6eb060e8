package org.yinhang.core.table;

/** What the values of a column mean, as inferred from the values themselves. */
public enum ColumnType {
    /** Amounts and measures, where differences mean something. */
    NUMERIC,
    /** Whole numbers with few levels, such as a grade from 1 to 5. */
    ORDERED,
    /** Names without an order, such as an occupation. */
    CATEGORY,
    /** Two opposite words, such as yes and no. */
    BOOLEAN,
    /** Calendar days, held as days since 1970-01-01. */
    DATE
}
