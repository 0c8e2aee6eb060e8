package org.yinhang.lake.tag;

/** What a tag is for; a tag is used for nothing else (PIPL 6). */
public enum TagPurpose {
    /** Choosing whom to offer what. */
    MARKETING,
    /** Serving customers the bank has. */
    SERVICE,
    /** Judging and watching credit risk. */
    RISK,
    /** Keeping the law: consents, complaints, holds. */
    COMPLIANCE
}
