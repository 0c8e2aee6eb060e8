package org.yinhang.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * A conversion that is watched, as it stood when it was last judged.
 *
 * @param name of the watch
 * @param zh Chinese name
 * @param en English name
 * @param first the first day of the history
 * @param began customers who began, day by day
 * @param converted those of them who converted within the watch's window
 * @param isJudged whether there was enough history to judge
 * @param alerts of the last four weeks, the newest first
 */
public record WatchedConversion(
        String name,
        String zh,
        String en,
        LocalDate first,
        List<Long> began,
        List<Long> converted,
        boolean isJudged,
        List<FoundAlert> alerts) {

    public WatchedConversion {
        began = List.copyOf(began);
        converted = List.copyOf(converted);
        alerts = List.copyOf(alerts);
    }

    /** The newest day judged: everybody who began on it has had the whole window. */
    public LocalDate last() {
        return first.plusDays(began.size() - 1L);
    }
}
