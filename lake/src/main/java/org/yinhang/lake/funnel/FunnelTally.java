package org.yinhang.lake.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yinhang.core.funnel.Durations;

/** What one thread has counted; sums of several are the same in any order. */
final class FunnelTally {

    /** Journeys whose deepest step is the place plus one. */
    final long[] ended;

    final Durations[] waits;
    final Durations whole = new Durations();
    final List<CodeCounts> splits = new ArrayList<>();
    final List<CodeCounts> reasons = new ArrayList<>();

    /** Of those who stopped at a step, how many have no reason. */
    final long[] silent;

    /** For each depth the customer with the smallest hash, as an example; -1 for none. */
    final int[] examples;

    private final long[] hashes;

    FunnelTally(int steps, int splits, int reasons) {
        ended = new long[steps];
        silent = new long[steps];
        waits = new Durations[steps];
        Arrays.setAll(waits, step -> new Durations());
        examples = new int[steps];
        Arrays.fill(examples, -1);
        hashes = new long[steps];
        Arrays.fill(hashes, Long.MAX_VALUE);
        for (int i = 0; i < splits; i++) {
            this.splits.add(new CodeCounts(steps));
        }
        for (int i = 0; i < reasons; i++) {
            this.reasons.add(new CodeCounts(steps));
        }
    }

    /** Considers a customer as the example of those that ended at a step. */
    void example(int step, int customer) {
        offer(step, customer, hash(customer));
    }

    private void offer(int step, int customer, long hash) {
        if (hash < hashes[step]) {
            hashes[step] = hash;
            examples[step] = customer;
        }
    }

    /** Spreads the numbers (SplitMix64's finaliser), so that an example is anybody. */
    private static long hash(int customer) {
        long z = (customer + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 1;
    }

    FunnelTally add(FunnelTally other) {
        for (int step = 0; step < ended.length; step++) {
            ended[step] += other.ended[step];
            silent[step] += other.silent[step];
            waits[step].add(other.waits[step]);
            offer(step, other.examples[step], other.hashes[step]);
        }
        whole.add(other.whole);
        for (int i = 0; i < splits.size(); i++) {
            splits.get(i).add(other.splits.get(i));
        }
        for (int i = 0; i < reasons.size(); i++) {
            reasons.get(i).add(other.reasons.get(i));
        }
        return this;
    }
}
