package org.yinhang.lake.tag;

import org.yinhang.core.predicate.vector.Vector;

/**
 * Recency, frequency and amount as three digits of one number, 5 the best of each (Hughes, Strategic Database Marketing,
 * 1994): 555 came lately, often, and with much. Less recency, in days, is better.
 */
final class Rfm {

    static final int QUINTILES = 5;

    private Rfm() {}

    static Vector score(long[] recency, long[] frequency, long[] amount) {
        long[] scores = new long[recency.length];
        for (int i = 0; i < scores.length; i++) {
            boolean missing =
                    recency[i] == Vector.MISSING || frequency[i] == Vector.MISSING || amount[i] == Vector.MISSING;
            scores[i] = missing ? Vector.MISSING : (QUINTILES + 1 - recency[i]) * 100 + frequency[i] * 10 + amount[i];
        }
        return new Vector.Wholes(scores);
    }
}
