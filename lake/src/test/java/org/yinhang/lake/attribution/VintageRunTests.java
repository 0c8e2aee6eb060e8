package org.yinhang.lake.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

class VintageRunTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), NamedRows.ZONE);
    private static final LocalDate OLD = LocalDate.of(2025, 10, 10);
    private static final LocalDate YOUNG = LocalDate.of(2026, 3, 20);

    @TempDir
    private Path folder;

    private Lake lake;

    /**
     * Customers 0 to 3 borrow in October, the first two after a call, the others by themselves; 0 is 30 days late two months on and
     * 90 four months on, 2 is 30 days late three months on. Customer 4 borrows in March after a text message, too young for month 3.
     */
    @BeforeEach
    void fill() {
        lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (NamedRows contacts = new NamedRows(lake, commit, "contacts")) {
                for (int customer = 0; customer < 2; customer++) {
                    contacts.add(
                            customer,
                            OLD.minusDays(5),
                            customer,
                            Map.of("channel", "call", "campaign", "autumn", "reached", true));
                }
                contacts.add(2, OLD.minusDays(90), 2, Map.of("channel", "call", "campaign", "summer", "reached", true));
                contacts.add(3, OLD.minusDays(3), 3, Map.of("channel", "call", "campaign", "autumn", "reached", false));
                contacts.add(4, YOUNG, 4, Map.of("channel", "sms", "campaign", "spring"));
            }
            try (NamedRows loans = new NamedRows(lake, commit, "loans")) {
                for (int customer = 0; customer < 4; customer++) {
                    state(loans, customer, OLD, OLD, 0);
                    if (customer == 0) {
                        state(loans, customer, OLD.plusDays(50), OLD, 35);
                        state(loans, customer, OLD.plusDays(115), OLD, 95);
                    } else if (customer == 2) {
                        state(loans, customer, OLD.plusDays(80), OLD, 31);
                    }
                }
                state(loans, 4, YOUNG, YOUNG, 0);
            }
            commit.publish(List.of());
        }
    }

    private static void state(NamedRows loans, int customer, LocalDate day, LocalDate paidOut, int worst) {
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
                        5_000_000L,
                        "disbursed_on",
                        paidOut,
                        "worst_dpd",
                        worst));
    }

    private VintageReport count(VintageRun.By by, Lateness lateness) {
        return VintageRun.count(
                lake,
                lake.current(),
                new VintageRun.Settings(
                        AS_OF,
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2026, 6, 1),
                        60,
                        lateness,
                        6,
                        by,
                        Optional.empty()),
                Progress.SILENT);
    }

    @Test
    void aMonthCountsOnlyLoansOldEnoughForIt() {
        VintageReport report = count(new VintageRun.By.Quarter(), Lateness.DAYS_30);
        assertThat(report.curves()).extracting(VintageReport.Curve::value).containsExactly("2025 Q4", "2026 Q1");
        VintageReport.Curve old = report.curves().getFirst();
        assertThat(old.loans()).isEqualTo(4);
        assertThat(old.principal()).isEqualTo(200_000);
        assertThat(old.late()).containsExactly(0L, 1L, 1L, 0L, 0L, 0L);
        assertThat(old.observed()).containsExactly(4L, 4L, 3L, 2L, 2L, 2L);
        assertThat(old.share(1)).isZero();
        assertThat(old.share(2)).isCloseTo(0.25, within(1e-12));
        assertThat(old.share(6)).isCloseTo(0.5, within(1e-12));
        VintageReport.Curve young = report.curves().getLast();
        assertThat(young.observed()).containsExactly(1L, 1L, 0L, 0L, 0L, 0L);
        assertThat(young.share(2)).isZero();
        assertThat(young.share(3)).isNaN();
    }

    @Test
    void aLoanComesFromTheLastTouchThatCanHaveLedToIt() {
        VintageReport report = count(new VintageRun.By.Source(Breakdown.CHANNEL), Lateness.DAYS_90);
        assertThat(report.curves())
                .extracting(VintageReport.Curve::value, VintageReport.Curve::loans)
                .containsExactly(tuple(VintageRun.OWN, 2L), tuple("call", 2L), tuple("sms", 1L));
        assertThat(report.curves().get(1).late()).containsExactly(0L, 0L, 0L, 1L, 0L, 0L);
        assertThat(report.curves().get(0).late()).containsOnly(0L);
    }

    @Test
    void loansAreToldApartByAnyValueOfTheirCustomer() {
        VintageReport report =
                count(new VintageRun.By.Value(customer -> customer % 2 == 0 ? "even" : "odd"), Lateness.DAYS_30);
        assertThat(report.curves()).extracting(VintageReport.Curve::value).containsExactly("even", "odd");
        assertThat(report.curves().getFirst().loans()).isEqualTo(3);
    }

    @Test
    void loansOfOtherBranchesAreNotSeen() {
        VintageReport report = VintageRun.count(
                lake,
                lake.current(),
                new VintageRun.Settings(
                        AS_OF,
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2026, 6, 1),
                        60,
                        Lateness.DAYS_30,
                        6,
                        new VintageRun.By.Quarter(),
                        Optional.of(Set.of("B1"))),
                Progress.SILENT);
        assertThat(report.curves()).isEmpty();
    }
}
