package org.yinhang.lake.training;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.TableWriter;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagFile;

/** A bank of sixty customers whose every fact is known, so that whatever is learned of it can be reckoned by hand. */
final class KnownLake {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
    static final int CUSTOMERS = 60;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final String DEFAULTS = """
            defaults:
              owner: 零售信贷部
              purpose: [service]
              basis: contract
              maturity: 2
              observations: {every: month, count: 4, held_out: 1, history: 30, sample: 1000}
              kind: logistic
              seed: 1
              fairness: []
            models:
            """;

    private final Lake lake;

    /**
     * Customer 7 k + 3 applies k days after the first of every month; everybody is contacted on the 2nd, even ones by phone.
     * Every third customer accepts; those from 30 on say so only forty days later.
     */
    KnownLake(Path folder) {
        lake = Lake.open(folder, CLOCK);
        LocalDate begin = LocalDate.of(2025, 10, 1);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter customers = commit.writer("customers")) {
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    row(customers, "customers", customer, LocalDate.of(2025, 1, 1), 0, customer);
                }
            }
            try (TableWriter applications = commit.writer("applications")) {
                for (int customer = 3; customer < CUSTOMERS; customer += 7) {
                    for (LocalDate first = begin; first.isBefore(AS_OF); first = first.plusMonths(1)) {
                        row(
                                applications,
                                "applications",
                                customer,
                                first.plusDays(customer / 7),
                                1,
                                id(customer, first));
                    }
                }
            }
            try (TableWriter contacts = commit.writer("contacts")) {
                for (int customer = 0; customer < CUSTOMERS; customer++) {
                    for (LocalDate day = begin.plusDays(1); day.isBefore(AS_OF); day = day.plusMonths(1)) {
                        row(contacts, "contacts", customer, day, 9, id(customer, day));
                    }
                }
            }
            commit.publish(List.of());
        }
    }

    Lake lake() {
        return lake;
    }

    TagCatalogue tags() {
        return TagCatalogue.compile(TagFile.bundled(), lake.current());
    }

    /** A model of one declaration, with defaults for what it leaves out. */
    CompiledModel model(String text) {
        return ModelCompiler.compile(
                DefinitionFile.read(DEFAULTS + text.indent(2), "models.yaml").getFirst(), tags(), lake.current());
    }

    TrainingSets sets(int threads) {
        return new TrainingSets(lake, lake.current(), ZONE, threads);
    }

    private static long id(int customer, LocalDate day) {
        return customer * 100_000L + day.toEpochDay();
    }

    private void row(TableWriter writer, String table, int customer, LocalDate day, int hour, long id) {
        long at = day.atTime(hour, 0).atZone(ZONE).toEpochSecond() * 1_000_000;
        writer.row(customer, at, at, id);
        for (ColumnSchema column :
                lake.schema().table(table).stored().stream().skip(4).toList()) {
            switch (table + "." + column.name()) {
                case "customers.monthly_income" -> writer.money(300_000L + customer * 12_345L);
                case "customers.gender" -> writer.text(customer % 5 < 2 ? "f" : "m");
                case "customers.marital" -> {
                    if (customer % 4 == 0) {
                        writer.absent();
                    } else {
                        writer.text(customer % 4 == 1 ? "single" : "married");
                    }
                }
                case "applications.stage" -> writer.text("started");
                case "contacts.channel" -> writer.text(customer % 2 == 0 ? "call" : "sms");
                case "contacts.hour" -> writer.integer(hour);
                case "contacts.outcome" -> writer.text(customer % 3 == 0 ? "accepted" : "refused");
                case "contacts.outcome_at" -> writer.instant(at + (customer < 30 ? 1 : 40L * 86_400_000_000L));
                default -> writer.absent();
            }
        }
        writer.end();
    }
}
