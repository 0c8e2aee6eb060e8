package org.yinhang.insight;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Measured newest;

    private record Measured(long snapshot, LocalDate day, IncrementReport report) {}

    Increments(Lake lake, BusinessClock clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /** What all random assignments before the business day say. */
    public synchronized IncrementReport measure() {
        Snapshot snapshot = lake.current();
        AsOf asOf = KnownDay.of(snapshot, clock);
        Measured known = newest;
        if (known != null && known.snapshot == snapshot.version() && known.day.equals(asOf.day())) {
            return known.report;
        }
        IncrementReport report = IncrementRun.measure(
                lake, snapshot, new IncrementRun.Settings(asOf, Optional.empty(), false), Progress.SILENT);
        newest = new Measured(snapshot.version(), asOf.day(), report);
        return report;
    }
}
