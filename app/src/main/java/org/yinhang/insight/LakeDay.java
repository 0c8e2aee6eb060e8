package org.yinhang.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.Snapshot;

/** The day up to which a lake knows everything. */
final class LakeDay {

    private LakeDay() {}

    /** The day of the newest load: what happened before it is in. */
    static LocalDate after(Snapshot snapshot, ZoneId zone) {
        return snapshot.loads().stream()
                .map(LoadRecord::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(zone).toLocalDate())
                .orElse(LocalDate.EPOCH);
    }
}
