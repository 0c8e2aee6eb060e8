package org.yinhang.compliance.policy;

/** What is known of a question that has two answers. A guard treats what is not known as the answer that refuses. */
public enum Known {
    YES,
    NO,
    UNKNOWN;

    /** The answer to a question that was looked up. */
    public static Known of(boolean answer) {
        return answer ? YES : NO;
    }
}
