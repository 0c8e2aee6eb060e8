package org.yinhang.demobank;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;

/** Small simulated banks for tests, in a temporary folder. */
final class DemoBanks {

    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T18:00:00Z"), ZoneOffset.UTC);

    private DemoBanks() {}

    static Lake lake(Path folder) {
        return Lake.open(folder.resolve("lake"), CLOCK);
    }

    static DemoBankSettings settings(Path folder, int customers, LocalDate lastDay) {
        return new DemoBankSettings(11, customers, FIRST_DAY, lastDay, Detail.FULL, 2, folder.resolve("bank"));
    }

    static DemoBank generate(Path folder, int customers, LocalDate lastDay) {
        return DemoBank.generate(
                lake(folder), settings(folder, customers, lastDay), PersonalRows.NONE, Progress.SILENT);
    }

    static long number(Path folder, String sql) {
        return rows(folder, sql, Long.class).getFirst();
    }

    static double fraction(Path folder, String sql) {
        return rows(folder, sql, Double.class).getFirst();
    }

    static <T> List<T> rows(Path folder, String sql, Class<T> type) {
        Lake lake = lake(folder);
        try (LakeSession session = lake.read(lake.current(), new SessionSettings(1_024, 1))) {
            return session.query(sql, row -> type.cast(row.getObject(1)));
        }
    }
}
