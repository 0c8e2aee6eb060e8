package org.yinhang.lake.tag;

/** How often a tag is meant to be computed. */
public enum Refresh {
    DAILY(1),
    WEEKLY(7),
    MONTHLY(31);

    private final int days;

    Refresh(int days) {
        this.days = days;
    }

    /** Days after which its sources count as stale. */
    public int days() {
        return days;
    }
}
