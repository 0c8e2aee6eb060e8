package org.yinhang.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;

class LakeTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final long DAY = 86_400_000_000L;

    @TempDir
    Path folder;

    private void transaction(TableWriter writer, int customer, long day, long id, long fen) {
        writer.row(customer, day * DAY, day * DAY, id)
                .key(1)
                .money(fen)
                .text("salary")
                .text("auto")
                .absent()
                .end();
    }

    private long count(Lake lake) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query("SELECT count(*) FROM transactions", row -> row.getLong(1))
                    .getFirst();
        }
    }

    @Test
    void showsALoadOnlyOnceItIsPublished() {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer("transactions")) {
                transaction(writer, 0, 1, 1, 100);
            }
            assertThat(count(lake)).isZero();
            commit.publish(List.of());
        }
        assertThat(count(lake)).isEqualTo(1);
    }

    @Test
    void leavesNoTraceOfAChangeThatWasNotPublished() throws Exception {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin();
                TableWriter writer = commit.writer("transactions")) {
            transaction(writer, 0, 1, 1, 100);
        }
        assertThat(lake.current().version()).isZero();
        try (var files = Files.walk(folder.resolve("tables"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void putsCustomersIntoBucketsSortedByInstant() {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer("transactions")) {
                transaction(writer, 5, 2, 1, 100);
                transaction(writer, 5, 1, 2, 200);
                transaction(writer, 65_536, 1, 3, 300);
            }
            commit.publish(List.of());
        }
        assertThat(lake.current().table("transactions").files())
                .extracting(LakeFile::bucket)
                .containsExactly(0, 1);
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            assertThat(session.query("SELECT amount FROM transactions", row -> row.getLong(1)))
                    .containsExactly(200L, 100L, 300L);
        }
    }

    @Test
    void answersAsItWasKnownOnADay() {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer("accounts")) {
                for (int month = 1; month <= 3; month++) {
                    writer.row(7, month * 30 * DAY, month * 30 * DAY + DAY, 70)
                            .key(70)
                            .text("current")
                            .text("current")
                            .text("open")
                            .date(0)
                            .money(month * 1000L)
                            .absent()
                            .end();
                }
            }
            commit.publish(List.of());
        }
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            assertThat(session.query(
                            "SELECT balance FROM accounts_at(TIMESTAMP '1970-03-02 00:00:00')", row -> row.getLong(1)))
                    .as("the state of day 60 was recorded on day 61")
                    .containsExactly(1000L);
        }
    }

    @Test
    void refusesASecondWriter() {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit open = lake.begin()) {
            assertThat(open.version()).isEqualTo(1);
            assertThatThrownBy(lake::begin).isInstanceOf(FaultException.class).hasMessageContaining("LAK-1004");
        }
    }

    @Test
    void keepsEarlierSnapshotsReadable() {
        Lake lake = Lake.open(folder, CLOCK);
        for (int i = 0; i < 2; i++) {
            try (LakeCommit commit = lake.begin()) {
                try (TableWriter writer = commit.writer("transactions")) {
                    transaction(writer, 0, i, i, 100);
                }
                commit.publish(List.of(new LoadRecord("f" + i, "file", "transactions", 1, 0, CLOCK.instant())));
            }
        }
        assertThat(lake.snapshot(1).table("transactions").rows()).isEqualTo(1);
        assertThat(lake.current().table("transactions").rows()).isEqualTo(2);
        assertThat(lake.current().contains("f0")).isTrue();
    }

    @Test
    void letsNoQueryReachAFileOutsideTheLake() throws Exception {
        Path outside = Files.writeString(folder.resolveSibling("outside-" + folder.getFileName() + ".csv"), "a\n1\n");
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            assertThatThrownBy(
                            () -> session.query("SELECT * FROM read_csv('" + outside + "')", row -> row.getString(1)))
                    .isInstanceOf(LakeException.class)
                    .cause()
                    .hasMessageContaining("disabled");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void waitsForAnotherWriterWhenToldTo() throws Exception {
        Lake lake = Lake.open(folder, CLOCK);
        LakeCommit open = lake.begin();
        Thread closer = Thread.ofPlatform().start(() -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            open.close();
        });
        try (LakeCommit patient = lake.begin(Duration.ofSeconds(30))) {
            assertThat(patient.version()).isEqualTo(1);
        }
        closer.join();
    }
}
