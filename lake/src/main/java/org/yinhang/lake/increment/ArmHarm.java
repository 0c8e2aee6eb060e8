package org.yinhang.lake.increment;

/** What must not rise with an arm, within 30 days of the assignment. */
public enum ArmHarm {
    /** Complained, about whatever. */
    COMPLAINT,
    /** Took back the consent to marketing on any channel. */
    OPT_OUT;

    /** Days after the assignment on which it is known. */
    public static final int DAYS = 30;
}
