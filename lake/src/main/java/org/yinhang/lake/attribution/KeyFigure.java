package org.yinhang.lake.attribution;

/** What a bank counts of its retail credit over a span of days; sums over any part of the bank add up. */
public enum KeyFigure {
    /** Touches made in the span. */
    CONTACTS,
    /** Those of them that were answered with interest or an acceptance, as far as is known. */
    REPLIES,
    /** Applications submitted in the span. */
    APPLICATIONS,
    /** Applications approved in the span. */
    APPROVALS,
    /** Applications rejected in the span. */
    REJECTIONS,
    /** Loans paid out in the span. */
    DRAWS,
    /** What was paid out by them, fen. */
    DRAWN,
    /** What they earn in their first year above the funds transfer price, fen. */
    MARGIN,
    /** What is owed at the end of the span on loans that are neither settled nor written off, fen. */
    BALANCE,
    /** The part of the balance owed on loans that are 90 days past due or more, fen. */
    BAD_BALANCE
}
