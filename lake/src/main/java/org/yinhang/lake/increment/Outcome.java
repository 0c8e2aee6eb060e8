package org.yinhang.lake.increment;

/** What is counted of a customer after the day on which chance put them into an arm. */
public enum Outcome {
    /** Began an application for the offer made, or drew on a line held for it, within 30 days: 0 or 1. */
    RESPONSE(30, false),
    /** Submitted an application for anything within 30 days: 0 or 1. */
    APPLICATION(30, false),
    /** Was paid out a loan of any product within 60 days: 0 or 1. */
    LOAN(60, false),
    /** Owed after 90 days on loans paid out since: yuan. */
    BALANCE(90, true),
    /** What that balance earns in a year above the funds transfer price: yuan. */
    MARGIN(90, true),
    /** Has a loan paid out within 60 days that was 90 days past due within 365: 0 or 1. */
    BAD(365, false);

    private final int days;
    private final boolean money;

    Outcome(int days, boolean money) {
        this.days = days;
        this.money = money;
    }

    /** Days after the assignment on which it is known; a cohort younger than that is not mature. */
    public int days() {
        return days;
    }

    /** Whether it is an amount in yuan; otherwise it is 0 or 1. */
    public boolean isMoney() {
        return money;
    }
}
