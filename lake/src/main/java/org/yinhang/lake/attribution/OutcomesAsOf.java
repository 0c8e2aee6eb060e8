package org.yinhang.lake.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.OwnedPart;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;

/**
 * How new what came of contacts is.
 *
 * @param newest the day of the newest contact, or of the newest answer where that is later, the bank's own among them; empty where
 *     there is none
 * @param returned when the platform last brought back what it did; empty where it never has
 */
public record OutcomesAsOf(Optional<LocalDate> newest, Optional<Instant> returned) {

    private static final String CONTACTS = "contacts";

    /** What a snapshot says. */
    public static OutcomesAsOf of(Lake lake, Snapshot snapshot, ZoneId zone) {
        return new OutcomesAsOf(newest(lake, snapshot, zone), returned(snapshot));
    }

    private static Optional<Instant> returned(Snapshot snapshot) {
        return snapshot.loads().stream()
                .filter(OwnedPart::isPart)
                .map(LoadRecord::at)
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> newest(Lake lake, Snapshot snapshot, ZoneId zone) {
        if (snapshot.table(CONTACTS).files().isEmpty()) {
            return Optional.empty();
        }
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            List<Long> micros = session.query(
                    "SELECT epoch_us(greatest(max(occurred_at), max(outcome_at))) FROM contacts",
                    row -> row.getLong(1));
            return micros.stream()
                    .findFirst()
                    .map(at -> Instant.EPOCH.plusNanos(at * 1_000).atZone(zone).toLocalDate());
        }
    }
}
