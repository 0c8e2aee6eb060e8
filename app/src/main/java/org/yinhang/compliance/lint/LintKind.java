package org.yinhang.compliance.lint;

import java.util.Locale;

/** What can be wrong with copy. */
public enum LintKind {
    FORBIDDEN_WORD,
    INDUCING_WORD,
    COMPARING_WORD,
    /** An annual rate that is not the all-in cost. */
    RATE_DISAGREES,
    /** A rate of a day or month where no annual one stands beside it. */
    RATE_NOT_ANNUAL,
    /** Fees denied or stated otherwise than they are. */
    FEE_DISAGREES,
    INSTALMENT_DISAGREES,
    TERM_DISAGREES,
    /** A number about cost and no cost table to hold it against. */
    NUMBER_UNPROVEN,
    OPT_OUT_MISSING,
    SIGNATURE_MISSING;

    /** Whether it is a word of the list. */
    public boolean isWord() {
        return this == FORBIDDEN_WORD || this == INDUCING_WORD || this == COMPARING_WORD;
    }

    /** The message key of its name. */
    public String messageKey() {
        return "compliance.lint." + name().toLowerCase(Locale.ROOT);
    }
}
