package org.yinhang.decision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.TableWriter;

/** A lake with 1,500 customers, one past contact each, whose success depends on age and on the earlier outcome. */
final class SmallBank {

    static final int CUSTOMERS = 1_500;
    static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");
    private static final long HOUR = 3_600_000_000L;

    private SmallBank() {}

    static Lake in(Path folder) {
        Lake lake = Lake.open(folder, Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC));
        Random random = new Random(7);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter customers = commit.writer("customers");
                    TableWriter contacts = commit.writer("contacts");
                    TableWriter consents = commit.writer("consents")) {
                for (int c = 0; c < CUSTOMERS; c++) {
                    long at = FIRST.getEpochSecond() * 1_000_000 + c * HOUR;
                    int age = 20 + random.nextInt(45);
                    boolean refused = random.nextInt(4) == 0;
                    double chance = 0.05 + (age > 45 ? 0.35 : 0) + (refused ? 0 : 0.15);
                    customer(customers, c, at - HOUR, age);
                    contact(contacts, c, at, refused, random.nextDouble() < chance);
                    consents.row(c, at - HOUR, at - HOUR, c)
                            .text("marketing")
                            .absent()
                            .absent()
                            .flag(c % 10 != 0)
                            .text("v1")
                            .text("app")
                            .end();
                }
            }
            commit.publish(List.of());
        }
        return lake;
    }

    private static void customer(TableWriter writer, int customer, long at, int age) {
        writer.row(customer, at, at, customer);
        for (String column : writer.columns().subList(4, writer.columns().size())) {
            switch (column) {
                case "age" -> writer.integer(age);
                case "deceased" -> writer.flag(false);
                default -> writer.absent();
            }
        }
        writer.end();
    }

    private static void contact(TableWriter writer, int customer, long at, boolean refused, boolean success) {
        writer.row(customer, at, at, customer);
        for (String column : writer.columns().subList(4, writer.columns().size())) {
            switch (column) {
                case "channel" -> writer.text("call");
                case "attempt" -> writer.integer(1);
                case "previous_outcome" -> writer.text(refused ? "refused" : "none");
                case "days_since_previous" -> {
                    if (refused) {
                        writer.integer(customer % 60);
                    } else {
                        writer.absent();
                    }
                }
                case "outcome" -> writer.text(success ? "accepted" : "refused");
                default -> writer.absent();
            }
        }
        writer.end();
    }
}
