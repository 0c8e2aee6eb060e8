package org.yinhang.compliance.policy;

/** One rule in the path of every touch: a pure function of its case that may refuse for one or more reasons. */
public interface Guard {

    /** What it is. */
    GuardCard card();

    /** Puts every reason it has into the refusals; none means it lets the touch pass. */
    void check(GuardCase asked, Refusals refusals);
}
