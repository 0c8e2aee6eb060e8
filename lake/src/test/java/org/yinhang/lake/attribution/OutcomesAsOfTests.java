package org.yinhang.lake.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.NamedRows;
import org.yinhang.lake.OwnedPart;

class OutcomesAsOfTests {

    private static final Instant LOADED = Instant.parse("2026-05-02T01:00:00Z");

    @TempDir
    private Path folder;

    private OutcomesAsOf ask(Lake lake) {
        return OutcomesAsOf.of(lake, lake.current(), NamedRows.ZONE);
    }

    @Test
    void anEmptyLakeKnowsNothingAndTheBanksOwnContactsAreNotBroughtBackByThePlatform() {
        Lake lake = Lake.open(folder, Clock.fixed(LOADED, ZoneOffset.UTC));
        assertThat(ask(lake)).isEqualTo(new OutcomesAsOf(Optional.empty(), Optional.empty()));
        add(lake, LocalDate.of(2026, 4, 20), List.of(new LoadRecord("file", "file", "contacts", 1, 0, LOADED)));
        assertThat(ask(lake)).isEqualTo(new OutcomesAsOf(Optional.of(LocalDate.of(2026, 4, 20)), Optional.empty()));
    }

    @Test
    void theNewestDayAndWhenThePlatformLastBroughtItsOwnBack() {
        Lake lake = Lake.open(folder, Clock.fixed(LOADED, ZoneOffset.UTC));
        for (int month = 3; month <= 4; month++) {
            Instant at = LOADED.plusSeconds(month);
            OwnedPart part = new OwnedPart("yinhang", "2026-0" + month, lake.currentVersion() + 1, "digest");
            add(
                    lake,
                    LocalDate.of(2026, month, 7),
                    List.of(new LoadRecord(part.fingerprint("contacts"), "Yinhang", "contacts", 1, 0, at)));
        }
        assertThat(ask(lake))
                .isEqualTo(new OutcomesAsOf(Optional.of(LocalDate.of(2026, 4, 7)), Optional.of(LOADED.plusSeconds(4))));
    }

    private static void add(Lake lake, LocalDate day, List<LoadRecord> loads) {
        try (LakeCommit commit = lake.begin()) {
            try (NamedRows contacts = new NamedRows(lake, commit, "contacts")) {
                contacts.add(1, day, day.getDayOfYear(), Map.of("channel", "sms", "campaign", "spring"));
            }
            commit.publish(loads);
        }
    }
}
