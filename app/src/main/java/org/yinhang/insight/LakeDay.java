package org.yinhang.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.OwnedPart;
import org.yinhang.lake.Snapshot;

/** The day up to which a lake knows everything the bank's own systems know. */
final class LakeDay {

    private LakeDay() {}

    /** The day of the newest load of the bank's: what happened before it is in. What the platform adds says nothing of that. */
    static LocalDate after(Snapshot snapshot, ZoneId zone) {
        return snapshot.loads().stream()
                .filter(load -> !OwnedPart.isPart(load))
                .map(LoadRecord::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(zone).toLocalDate())
                .orElse(LocalDate.EPOCH);
    }
}
