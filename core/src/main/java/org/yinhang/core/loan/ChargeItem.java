package org.yinhang.core.loan;

/**
 * A kind of charge as the disclosure names it.
 *
 * @param name such as 利息 or 担保费
 * @param collector who gets it
 * @param payer who bears it
 */
public record ChargeItem(String name, Collector collector, Payer payer) {

    /** Who bears a charge. Only what the borrower bears is a cost of the loan. */
    public enum Payer {
        BORROWER,
        LENDER,
        PARTNER
    }

    public static ChargeItem of(String name, Collector collector) {
        return new ChargeItem(name, collector, Payer.BORROWER);
    }

    public boolean isBorneByBorrower() {
        return payer == Payer.BORROWER;
    }
}
