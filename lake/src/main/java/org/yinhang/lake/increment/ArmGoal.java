package org.yinhang.lake.increment;

/** By what the arms of an experiment are compared, in customers. A customer counts once the days have passed. */
public enum ArmGoal {
    /** Began an application for the product of the experiment, or drew on a line held for it, within a week. */
    RESPONSE_WEEK(7),
    /** The same within 30 days. */
    RESPONSE(30),
    /** Was paid out a loan of any product within 60 days. */
    LOAN(60);

    private final int days;

    ArmGoal(int days) {
        this.days = days;
    }

    /** Days after the assignment on which it is known. */
    public int days() {
        return days;
    }
}
