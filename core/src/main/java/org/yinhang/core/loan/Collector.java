package org.yinhang.core.loan;

/**
 * Who collects a charge: the lender or a partner; the cost of a loan counts both.
 *
 * @param kind in what role
 * @param name as the customer knows it
 */
public record Collector(Kind kind, String name) {

    /** In what role a charge is collected. */
    public enum Kind {
        LENDER,
        FACILITATOR,
        GUARANTOR,
        INSURER,
        THIRD_PARTY
    }

    /** The bank that lends. */
    public static Collector lender(String name) {
        return new Collector(Kind.LENDER, name);
    }
}
