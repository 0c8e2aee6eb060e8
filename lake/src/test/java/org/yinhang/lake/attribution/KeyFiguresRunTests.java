package org.yinhang.lake.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.NamedRows;

class KeyFiguresRunTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), NamedRows.ZONE);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 10);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);
    private static final KeyFiguresRun.Span IN_APRIL =
            new KeyFiguresRun.Span(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
    private static final KeyFiguresRun.Span IN_MAY =
            new KeyFiguresRun.Span(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));

    @TempDir
    private Path folder;

    private Lake lake;

    /**
     * Customer 0 (branch A) is called in April, says yes, applies for L101, is approved in May and borrows 50,000; they are 95 days
     * late at the end of May. Customer 1 (branch B) gets a text message in May and does nothing. Customer 2 (branch B) applies for
     * L102 on their own in May and is rejected. Customer 3, of no branch, settled in May what they borrowed on their own in April.
     */
    @BeforeEach
    void fill() {
        lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (NamedRows customers = new NamedRows(lake, commit, "customers")) {
                customers.add(0, APRIL.minusYears(1), 0, Map.of("branch", "A"));
                customers.add(1, APRIL.minusYears(1), 1, Map.of("branch", "B"));
                customers.add(2, APRIL.minusYears(1), 2, Map.of("branch", "B"));
            }
            try (NamedRows contacts = new NamedRows(lake, commit, "contacts")) {
                contacts.add(
                        0,
                        APRIL,
                        0,
                        Map.of(
                                "channel",
                                "call",
                                "campaign",
                                "spring",
                                "product",
                                "L101",
                                "reached",
                                true,
                                "outcome",
                                "accepted"));
                contacts.add(1, MAY, 1, Map.of("channel", "sms", "campaign", "spring", "product", "L101"));
            }
            try (NamedRows stages = new NamedRows(lake, commit, "applications")) {
                stage(stages, 0, APRIL.plusDays(1), 1, "submitted", "L101");
                stage(stages, 0, MAY, 1, "approved", "L101");
                stage(stages, 0, MAY.plusDays(1), 1, "approved", "L101");
                stage(stages, 2, MAY, 2, "submitted", "L102");
                stage(stages, 2, MAY.plusDays(1), 2, "rejected", "L102");
            }
            try (NamedRows loans = new NamedRows(lake, commit, "loans")) {
                state(loans, 0, MAY, MAY, 5_000_000, 5_000_000, 0, "performing");
                state(loans, 0, MAY.plusDays(15), MAY, 5_000_000, 4_000_000, 95, "overdue");
                state(loans, 3, APRIL, APRIL, 1_000_000, 1_000_000, 0, "performing");
                state(loans, 3, MAY, APRIL, 1_000_000, 1_000_000, 0, "settled");
            }
            commit.publish(List.of());
        }
    }

    private static void stage(
            NamedRows stages, int customer, LocalDate day, long application, String stage, String product) {
        stages.add(
                customer,
                day,
                application * 100 + day.getDayOfYear(),
                Map.of("application", application, "stage", stage, "product", product));
    }

    private static void state(
            NamedRows loans,
            int customer,
            LocalDate day,
            LocalDate paidOut,
            long principal,
            long balance,
            long late,
            String status) {
        loans.add(
                customer,
                day,
                customer,
                Map.of(
                        "loan",
                        customer + 1L,
                        "product",
                        "L101",
                        "principal",
                        principal,
                        "balance",
                        balance,
                        "disbursed_on",
                        paidOut,
                        "dpd",
                        late,
                        "status",
                        status));
    }

    private KeyFiguresReport count(Breakdown by, Map<Breakdown, String> only, Optional<Set<String>> branches) {
        return KeyFiguresRun.count(
                lake,
                lake.current(),
                new KeyFiguresRun.Settings(AS_OF, List.of(IN_APRIL, IN_MAY), 60, by, only, branches),
                Progress.SILENT);
    }

    private static long[] figures(KeyFigures figures) {
        return Arrays.stream(KeyFigure.values()).mapToLong(figures::of).toArray();
    }

    @Test
    void everythingCountsOnTheDayItHappened() {
        List<KeyFigures> total =
                count(Breakdown.PRODUCT, Map.of(), Optional.empty()).total();
        assertThat(figures(total.getFirst())).containsExactly(1, 1, 1, 0, 0, 1, 1_000_000, 0, 1_000_000, 0);
        assertThat(figures(total.getLast())).containsExactly(1, 0, 1, 1, 1, 1, 5_000_000, 0, 4_000_000, 4_000_000);
        assertThat(total.getFirst().replyRate()).isEqualTo(1);
        assertThat(total.getFirst().approvalRate()).isNaN();
        assertThat(total.getLast().approvalRate()).isCloseTo(0.5, within(1e-12));
        assertThat(total.getLast().badRate()).isEqualTo(1);
    }

    @Test
    void whatFollowedATouchBelongsToItsChannelAndTheRestToNone() {
        KeyFiguresReport report = count(Breakdown.CHANNEL, Map.of(), Optional.empty());
        assertThat(report.rows()).extracting(KeyFiguresReport.Row::value).containsExactly("", "call", "sms");
        KeyFigures own = report.rows().getFirst().spans().getLast();
        assertThat(own.of(KeyFigure.APPLICATIONS)).isEqualTo(1);
        assertThat(own.of(KeyFigure.DRAWS)).isZero();
        KeyFigures call = report.rows().get(1).spans().getLast();
        assertThat(call.of(KeyFigure.APPROVALS)).isEqualTo(1);
        assertThat(call.of(KeyFigure.DRAWN)).isEqualTo(5_000_000);
    }

    @Test
    void partsAddUpToTheWhole() {
        List<KeyFigures> whole =
                count(Breakdown.PRODUCT, Map.of(), Optional.empty()).total();
        for (Breakdown by : Breakdown.values()) {
            KeyFiguresReport report = count(by, Map.of(), Optional.empty());
            assertThat(report.total()).as(by.name()).isEqualTo(whole);
            List<KeyFigures> parts = List.of(KeyFigures.NONE, KeyFigures.NONE);
            for (KeyFiguresReport.Row row : report.rows()) {
                List<KeyFigures> part = count(Breakdown.STAFF, Map.of(by, row.value()), Optional.empty())
                        .total();
                parts = List.of(
                        parts.getFirst().plus(part.getFirst()), parts.getLast().plus(part.getLast()));
            }
            assertThat(parts).as(by.name()).isEqualTo(whole);
        }
    }

    @Test
    void customersOfOtherBranchesAreNotSeen() {
        List<KeyFigures> total =
                count(Breakdown.PRODUCT, Map.of(), Optional.of(Set.of("B"))).total();
        assertThat(figures(total.getFirst())).containsOnly(0);
        assertThat(figures(total.getLast())).containsExactly(1, 0, 1, 0, 1, 0, 0, 0, 0, 0);
    }
}
