package org.yinhang.core.loan;

/**
 * A charge beside interest that comes with a loan.
 *
 * @param item what it is called, who gets it, who bears it
 * @param when on which days
 * @param basis from what it is reckoned
 * @param isFinanced added to the balance instead of paid; only for a fee at the start
 */
public record Fee(ChargeItem item, Timing when, FeeBasis basis, boolean isFinanced) {

    /** On which days a fee falls due. */
    public enum Timing {
        /** Once, with the money. */
        AT_START,
        /** On each due date before which something was owed. */
        EACH_PERIOD,
        /** Once, with the last payment. */
        AT_END,
        /** With each draw, the first among them. */
        EACH_DRAW,
        /** With each prepayment, reckoned from the principal prepaid. */
        ON_PREPAYMENT
    }

    public static Fee paid(ChargeItem item, Timing when, FeeBasis basis) {
        return new Fee(item, when, basis, false);
    }

    /** A fee at the start that is added to the balance. */
    public static Fee financed(ChargeItem item, FeeBasis basis) {
        return new Fee(item, Timing.AT_START, basis, true);
    }
}
