package org.yinhang.insight;

import java.time.LocalDate;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.lake.Snapshot;
import org.yinhang.shared.BusinessClock;

/** Up to which day pages count. */
final class KnownDay {

    private KnownDay() {}

    /** The business day, or the day of the newest load where that is earlier: later days would only look empty. */
    static AsOf of(Snapshot snapshot, BusinessClock clock) {
        LocalDate today = clock.today();
        LocalDate loaded = LakeDay.after(snapshot, clock.zone());
        return new AsOf(loaded.isBefore(today) ? loaded : today, clock.zone());
    }
}
