package org.yinhang.compliance.policy;

import org.yinhang.compliance.ReasonCode;

/**
 * One reason not to touch.
 *
 * @param code what it is
 * @param cause how it came about
 */
public record Refusal(ReasonCode code, Cause cause) {

    /** How a refusal came about. */
    public enum Cause {
        /** The rule says no. */
        RULE,
        /** A fact the rule needs is not known. */
        UNKNOWN,
        /** The guard itself failed. */
        FAILURE
    }

    private static final String UNKNOWN_MARK = ":unknown";
    private static final String FAILURE_MARK = ":failed";

    /** As the ledgers write it: {@code CODE}, {@code CODE:unknown} or {@code CODE:failed}. */
    public String token() {
        return switch (cause) {
            case RULE -> code.name();
            case UNKNOWN -> code.name() + UNKNOWN_MARK;
            case FAILURE -> code.name() + FAILURE_MARK;
        };
    }

    /** Reads what a ledger holds. */
    public static Refusal of(String token) {
        if (token.endsWith(UNKNOWN_MARK)) {
            return new Refusal(of(token, UNKNOWN_MARK), Cause.UNKNOWN);
        }
        return token.endsWith(FAILURE_MARK)
                ? new Refusal(of(token, FAILURE_MARK), Cause.FAILURE)
                : new Refusal(ReasonCode.valueOf(token), Cause.RULE);
    }

    private static ReasonCode of(String token, String mark) {
        return ReasonCode.valueOf(token.substring(0, token.length() - mark.length()));
    }
}
