package org.yinhang.lake.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.yinhang.core.attribution.CreditRule;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.NamedRows;

class AttributionRunTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), NamedRows.ZONE);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);

    @TempDir
    private Path folder;

    private Lake lake;

    /**
     * Customer 0: a text message, a call answered, then a loan of ¥100,000. 1: a message and nothing. 2: a call nobody answered, then
     * a loan. 3: a loan and no touch. 4: a message too young to judge. 5: a message and nothing, and after the window another with a
     * loan. Customer 0 is kept by branch B1, the others by B2.
     */
    @BeforeEach
    void fill() {
        lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (NamedRows rates = new NamedRows(lake, commit, "reference_rates")) {
                rates.add(Map.of("series", "ftp_1y", "effective_on", LocalDate.of(2020, 1, 1), "rate", 20_000));
            }
            try (NamedRows customers = new NamedRows(lake, commit, "customers")) {
                for (int customer = 0; customer < 6; customer++) {
                    customers.add(
                            customer,
                            LocalDate.of(2025, 1, 1),
                            customer,
                            Map.of("branch", customer == 0 ? "B1" : "B2"));
                }
            }
            try (NamedRows contacts = new NamedRows(lake, commit, "contacts")) {
                touch(contacts, 0, FIRST, "sms", true);
                touch(contacts, 0, FIRST.plusDays(4), "call", true);
                touch(contacts, 1, FIRST, "sms", false);
                touch(contacts, 2, FIRST, "call", false);
                touch(contacts, 4, LocalDate.of(2026, 5, 10), "sms", true);
                touch(contacts, 5, FIRST, "sms", true);
                touch(contacts, 5, FIRST.plusDays(70), "sms", true);
            }
            try (NamedRows redemptions = new NamedRows(lake, commit, "redemptions")) {
                redeemed(redemptions, 0, FIRST.plusDays(8), 0L + FIRST.getDayOfYear(), 6_000);
                redeemed(redemptions, 1, LocalDate.of(2026, 6, 1), 1_000L + FIRST.getDayOfYear(), 9_900);
            }
            try (NamedRows loans = new NamedRows(lake, commit, "loans")) {
                for (int customer : new int[] {0, 2, 3}) {
                    loan(loans, customer, FIRST.plusDays(7), FIRST.plusDays(7));
                    loan(loans, customer, FIRST.plusDays(40), FIRST.plusDays(7));
                }
                loan(loans, 5, FIRST.plusDays(80), FIRST.plusDays(80));
            }
            commit.publish(List.of());
        }
    }

    private static void touch(NamedRows contacts, int customer, LocalDate day, String channel, boolean isReached) {
        contacts.add(
                customer,
                day,
                customer * 1_000L + day.getDayOfYear(),
                Map.of("channel", channel, "campaign", "spring", "staff", "S" + customer, "reached", isReached));
    }

    private static void redeemed(NamedRows redemptions, int customer, LocalDate day, long contact, long fen) {
        redemptions.add(
                customer,
                day,
                customer,
                Map.of("campaign", "spring", "benefit", "cup", "cost", fen, "contact", contact));
    }

    @Test
    void whatCustomersRedeemedCostsTheTouchThatPromisedIt() {
        AttributionReport report = count(Breakdown.CHANNEL, Map.of(), Optional.empty());
        assertThat(report.rows())
                .extracting(AttributionReport.Row::value, AttributionReport.Row::benefits)
                .as("what is redeemed on the day of the question or later is not seen")
                .containsExactly(tuple("call", 0.0), tuple("sms", 60.0));
    }

    private static void loan(NamedRows loans, int customer, LocalDate day, LocalDate paidOut) {
        loans.add(
                customer,
                day,
                customer,
                Map.of(
                        "loan",
                        customer + 1L,
                        "principal",
                        10_000_000L,
                        "rate",
                        60_000,
                        "disbursed_on",
                        paidOut,
                        "status",
                        "performing"));
    }

    private AttributionReport count(Breakdown by, Map<Breakdown, String> only, Optional<Set<String>> branches) {
        return AttributionRun.count(
                lake,
                lake.current(),
                new AttributionRun.Settings(
                        AS_OF, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 1), 60, by, only, branches),
                Progress.SILENT);
    }

    private static AttributionReport.Row row(AttributionReport report, String value) {
        return report.rows().stream()
                .filter(row -> row.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyLoanIsSharedOutOnceByEveryRule() {
        AttributionReport report = count(Breakdown.CHANNEL, Map.of(), Optional.empty());
        assertThat(report.journeys()).isEqualTo(5);
        assertThat(report.goals()).isEqualTo(2);
        assertThat(report.touches()).isEqualTo(6);
        assertThat(report.ownLoans()).isEqualTo(2);
        assertThat(report.ownPrincipal()).isEqualTo(200_000);
        for (CreditRule rule : CreditRule.values()) {
            assertThat(report.total(rule).loans()).isCloseTo(2, within(1e-9));
            assertThat(report.total(rule).principal()).isCloseTo(200_000, within(1e-6));
            assertThat(report.total(rule).margin()).isCloseTo(8_000, within(1e-6));
        }
        assertThat(row(report, "call").credit(CreditRule.LAST).loans()).isEqualTo(1);
        assertThat(row(report, "call").credit(CreditRule.POSITION).loans()).isEqualTo(0.5);
        assertThat(row(report, "call").touches()).isEqualTo(Map.of("call", 2L));
        assertThat(row(report, "sms").touches()).isEqualTo(Map.of("sms", 4L));
        assertThat(row(report, "sms").removal()).isCloseTo(1, within(1e-9));
        assertThat(row(report, "sms").journeys()).isEqualTo(4);
    }

    @Test
    void drillingDownKeepsJourneysWhole() {
        AttributionReport report = count(Breakdown.STAFF, Map.of(Breakdown.CHANNEL, "sms"), Optional.empty());
        assertThat(row(report, "S0").credit(CreditRule.LAST).loans()).isZero();
        assertThat(row(report, "S0").credit(CreditRule.POSITION).loans()).isEqualTo(0.5);
        assertThat(row(report, "S5").credit(CreditRule.LAST).loans()).isEqualTo(1);
        assertThat(report.rows()).extracting(AttributionReport.Row::value).containsExactly("S0", "S1", "S5");
    }

    @Test
    void whoKeepsOtherBranchesCustomersSeesNothingOfThem() {
        AttributionReport report = count(Breakdown.BRANCH, Map.of(), Optional.of(Set.of("B1")));
        assertThat(report.rows()).extracting(AttributionReport.Row::value).containsExactly("B1");
        assertThat(report.ownLoans()).isZero();
        assertThat(report.journeys()).isEqualTo(1);
    }

    @Test
    void journeysOutsideThePeriodAreNotCountedAndAWindowHasAnEnd() {
        AttributionReport later = AttributionRun.count(
                lake,
                lake.current(),
                new AttributionRun.Settings(
                        AS_OF,
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 6, 1),
                        60,
                        Breakdown.CHANNEL,
                        Map.of(),
                        Optional.empty()),
                Progress.SILENT);
        assertThat(later.journeys()).isEqualTo(1);
        assertThat(later.total(CreditRule.LAST).loans()).isEqualTo(1);
        assertThat(later.ownLoans()).isZero();
        assertThatThrownBy(() -> new AttributionRun.Settings(
                        AS_OF, FIRST, FIRST, 0, Breakdown.CHANNEL, Map.of(), Optional.empty()))
                .hasMessageContaining("1 to 365");
    }
}
