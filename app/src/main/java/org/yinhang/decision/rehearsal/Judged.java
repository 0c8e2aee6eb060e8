package org.yinhang.decision.rehearsal;

import org.yinhang.core.predicate.Value;

/**
 * A past application under both policies.
 *
 * @param application as it really went
 * @param branch code of the customer's branch; empty where unknown
 * @param gender of the customer; empty where unknown
 * @param age of the customer; negative where unknown
 * @param before what the policies in force say
 * @param after what they would say with the change
 * @param facts what the policies read, in the order of {@link Rehearser#fields}
 */
record Judged(
        PastApplication application,
        String branch,
        String gender,
        int age,
        Verdict before,
        Verdict after,
        Value[] facts) {

    boolean isChanged() {
        return !before.isAlike(after);
    }

    /** Years of age in bands of ten, as words. */
    String ageBand() {
        return age < 0 ? "" : age < 30 ? "18-29" : age < 40 ? "30-39" : age < 50 ? "40-49" : "50+";
    }
}
