package org.yinhang.lake.tag;

/** Why the bank may process the data behind a tag (PIPL 13). */
public enum LegalBasis {
    /** The customer agreed. */
    CONSENT,
    /** A contract with the customer needs it. */
    CONTRACT,
    /** A law demands it. */
    LEGAL_DUTY
}
