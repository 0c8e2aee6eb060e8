package org.yinhang.lake.funnel;

import java.util.ArrayList;
import java.util.List;

/** Customers who began on a day, and those of them who went all the way, for everybody and for each value of each breakdown. */
final class DailyTally {

    private final int days;
    private final CodeCounts total;
    private final List<CodeCounts> splits = new ArrayList<>();

    /** @param days counted from a first one */
    DailyTally(int days, int splits) {
        this.days = days;
        this.total = new CodeCounts(2 * days);
        for (int i = 0; i < splits; i++) {
            this.splits.add(new CodeCounts(2 * days));
        }
    }

    /** Whether a day is among those counted. */
    boolean counts(long day) {
        return day >= 0 && day < days;
    }

    /** Counts a journey that began on one of the days. */
    void add(long day, boolean isComplete, int[] codes) {
        add(total.of(0), (int) day, isComplete);
        for (int i = 0; i < codes.length; i++) {
            add(splits.get(i).of(codes[i]), (int) day, isComplete);
        }
    }

    private void add(long[] counts, int day, boolean isComplete) {
        counts[day]++;
        if (isComplete) {
            counts[days + day]++;
        }
    }

    void add(DailyTally other) {
        total.add(other.total);
        for (int i = 0; i < splits.size(); i++) {
            splits.get(i).add(other.splits.get(i));
        }
    }

    CodeCounts total() {
        return total;
    }

    CodeCounts split(int split) {
        return splits.get(split);
    }
}
