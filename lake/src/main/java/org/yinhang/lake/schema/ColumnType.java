package org.yinhang.lake.schema;

/** What kind of value a canonical column holds, and how the lake stores it. */
public enum ColumnType {
    /** Dense customer number from the append-only dictionary. */
    CUSTOMER("INTEGER"),
    /** 63-bit number that stands for the bank's own identifier of an account, a loan, a record. */
    KEY("BIGINT"),
    /** Short business code. */
    CODE("VARCHAR"),
    /** Free text. */
    TEXT("VARCHAR"),
    /** Whole number. */
    INTEGER("INTEGER"),
    /** Whole fen. */
    MONEY("BIGINT"),
    /** Annual simple interest in millionths. */
    RATE("INTEGER"),
    /** A share or probability from 0 to 1. */
    FRACTION("DOUBLE"),
    /** Any real number; never summed where a result must replay. */
    NUMBER("DOUBLE"),
    /** Calendar day of the bank's time zone. */
    DATE("DATE"),
    /** Instant, microseconds UTC. */
    INSTANT("TIMESTAMP"),
    /** True or false. */
    FLAG("BOOLEAN");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /** The type's name in the lake's SQL. */
    public String sql() {
        return sql;
    }

    /** Whether values are ordered magnitudes rather than names. */
    public boolean isNumeric() {
        return switch (this) {
            case INTEGER, MONEY, RATE, FRACTION, NUMBER -> true;
            case CUSTOMER, KEY, CODE, TEXT, DATE, INSTANT, FLAG -> false;
        };
    }
}
