package org.yinhang.insight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.IncrementRun;
import org.yinhang.shared.BusinessClock;

/** Measures increments for the pages, once for the same data. */
@Component
public class Increments {

    private final Lake lake;
    private final BusinessClock clock;
    private final Map<Optional<String>, Measured> newest = new HashMap<>();

    private record Measured(long snapshot, LocalDate day, IncrementReport report) {}

    Increments(Lake lake, BusinessClock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /** What all random assignments before the business day say. */
    public IncrementReport measure() {
        return measure(Optional.empty());
    }

    /** What the random assignments of one campaign say, or of all. */
    public synchronized IncrementReport measure(Optional<String> campaign) {
        Snapshot snapshot = lake.current();
        AsOf asOf = KnownDay.of(snapshot, clock);
        Measured known = newest.get(campaign);
        if (known != null && known.snapshot == snapshot.version() && known.day.equals(asOf.day())) {
            return known.report;
        }
        IncrementReport report =
                IncrementRun.measure(lake, snapshot, new IncrementRun.Settings(asOf, campaign, false), Progress.SILENT);
        newest.values().removeIf(old -> old.snapshot != snapshot.version());
        newest.put(campaign, new Measured(snapshot.version(), asOf.day(), report));
        return report;
    }

    /** The campaigns the lake has assignments of, the latest first. */
    public List<String> campaigns() {
        return IncrementRun.campaigns(lake, lake.current());
    }
}
