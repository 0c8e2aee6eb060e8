package org.yinhang.lake.schema;

/** How sensitive a column is, and therefore which duties attach to it (REGULATION: PIPL 28, Credit Reporting 18–20). */
public enum DataClass {
    /** A number that points at a person or thing without naming it. */
    IDENTIFIER,
    /** A plain attribute of a person. */
    ATTRIBUTE,
    /** Financial account data: sensitive personal information, needs separate consent. */
    FINANCIAL,
    /** From a credit bureau: usable only for the purpose it was authorised for. */
    BUREAU,
    /** What a person did. */
    BEHAVIOUR,
    /** Names, identity numbers, phones, addresses: never in the lake, encrypted in PostgreSQL. */
    PERSONAL,
    /** The bank's own working data. */
    INTERNAL,
    /** Known to everybody. */
    PUBLIC
}
