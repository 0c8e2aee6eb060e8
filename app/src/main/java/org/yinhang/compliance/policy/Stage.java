package org.yinhang.compliance.policy;

/** How far a touch has come; every stage asks what the one before asked, and more. */
public enum Stage {
    /** Whom to approach: nothing is known yet of offer, message or hour. */
    CHOOSING,
    /** What to offer at which price through which channel. */
    OFFERING,
    /** The instant before it leaves the bank: every guard. */
    SENDING
}
