package org.yinhang.lake.increment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.NamedRows;
import org.yinhang.lake.TableWriter;

class IncrementRunTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), ZONE);
    private static final LocalDate ASSIGNED = LocalDate.of(2026, 1, 10);

    @TempDir
    private Path folder;

    private static long at(LocalDate day) {
        return new AsOf(day, ZONE).start() + 36_000_000_000L;
    }

    private static void write(LakeCommit commit, String table, Consumer<TableWriter> rows) {
        try (TableWriter writer = commit.writer(table)) {
            rows.accept(writer);
        }
    }

    private static void trial(TableWriter writer, int customer, LocalDate day, String campaign, boolean isContacted) {
        long at = at(day);
        TableWriter row = writer.row(customer, at, at, customer * 10L + campaign.length())
                .text(campaign)
                .text("L101")
                .text(isContacted ? "contact" : "control");
        (isContacted ? row.text("sms") : row.absent()).number(0.5).end();
    }

    private static void stage(
            TableWriter writer, int customer, LocalDate day, long application, String stage, String product) {
        writer.row(customer, at(day), at(day), application * 100 + stage.length())
                .key(application)
                .text(stage)
                .text(product)
                .text("app")
                .money(1_000_000)
                .rate(50_000)
                .absent()
                .absent()
                .absent()
                .end();
    }

    private static void loan(TableWriter writer, int customer, LocalDate day, LocalDate paidOut, long fen, int worst) {
        writer.row(customer, at(day), at(day), customer + 1L)
                .key(customer + 1L)
                .absent()
                .text("L101")
                .money(fen)
                .money(fen)
                .rate(60_000)
                .integer(12)
                .text("bullet")
                .date((int) paidOut.toEpochDay())
                .absent()
                .absent()
                .integer(0)
                .integer(worst)
                .text("performing")
                .end();
    }

    /** Customers 0 to 39, the even ones contacted: every second of these applies and borrows ¥100,000, of the others every tenth. */
    private Lake filled() {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            write(commit, "reference_rates", rates -> rates.row()
                    .text("ftp_1y")
                    .date((int) LocalDate.of(2020, 1, 1).toEpochDay())
                    .rate(20_000)
                    .end());
            write(commit, "trials", trials -> {
                for (int customer = 0; customer < 40; customer++) {
                    trial(trials, customer, ASSIGNED, "a", customer % 2 == 0);
                }
                // Too young to be counted, and after the day.
                trial(trials, 40, LocalDate.of(2026, 5, 20), "b", true);
                trial(trials, 41, LocalDate.of(2026, 5, 20), "b", false);
                trial(trials, 42, LocalDate.of(2026, 6, 2), "b", true);
            });
            write(commit, "applications", applications -> {
                for (int customer = 0; customer < 40; customer++) {
                    if (isBorrower(customer)) {
                        stage(applications, customer, ASSIGNED.minusDays(3), 900 + customer, "started", "L105");
                        stage(applications, customer, ASSIGNED.plusDays(2), customer, "started", "L101");
                        stage(applications, customer, ASSIGNED.plusDays(3), customer, "submitted", "L101");
                    } else if (customer == 3) {
                        // Too late, and for something else.
                        stage(applications, customer, ASSIGNED.plusDays(4), customer, "started", "L102");
                        stage(applications, customer, ASSIGNED.plusDays(34), 77, "started", "L101");
                    }
                }
            });
            write(commit, "loans", loans -> {
                for (int customer = 0; customer < 40; customer++) {
                    if (isBorrower(customer)) {
                        LocalDate paidOut = ASSIGNED.plusDays(10);
                        loan(loans, customer, paidOut, paidOut, 12_000_000, 0);
                        loan(loans, customer, paidOut.plusDays(30), paidOut, 10_000_000, 95);
                        loan(loans, customer, paidOut.plusDays(120), paidOut, 1_000_000, 95);
                    } else if (customer == 5) {
                        loan(loans, customer, ASSIGNED.plusDays(5), ASSIGNED.minusDays(1), 9_000_000, 0);
                    }
                }
            });
            commit.publish(List.of());
        }
        return lake;
    }

    private static boolean isBorrower(int customer) {
        return customer % 2 == 0 ? customer % 4 == 0 : customer % 20 == 1;
    }

    private static IncrementReport.Increment of(IncrementReport report, Outcome outcome) {
        return report.increments().stream()
                .filter(increment -> increment.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    private static IncrementReport measure(Lake lake, AsOf asOf, boolean isStanding) {
        return IncrementRun.measure(
                lake, lake.current(), new IncrementRun.Settings(asOf, Optional.empty(), isStanding), Progress.SILENT);
    }

    @Test
    void countsWhatWasAddedOverThoseLeftAlone() {
        IncrementReport report = measure(filled(), AS_OF, false);
        assertThat(report.contacted()).isEqualTo(21);
        assertThat(report.control()).isEqualTo(21);
        assertThat(report.ratio().isAlarm()).isFalse();
        for (Outcome outcome : List.of(Outcome.RESPONSE, Outcome.APPLICATION, Outcome.LOAN)) {
            IncrementReport.Increment increment = of(report, outcome);
            assertThat(increment.contacted()).as("%s", outcome).isEqualTo(20);
            assertThat(increment.effect().control()).as("%s", outcome).isCloseTo(0.1, within(1e-12));
            assertThat(increment.effect().arm()).as("%s", outcome).isCloseTo(0.5, within(1e-12));
            assertThat(increment.total()).isCloseTo(8, within(1e-9));
            assertThat(increment.totalRange(0.05).contains(8)).isTrue();
        }
        // ¥100,000 for four in ten more, at 6 % less 2 %.
        assertThat(of(report, Outcome.BALANCE).effect().difference()).isCloseTo(40_000, within(1e-6));
        assertThat(of(report, Outcome.MARGIN).effect().difference()).isCloseTo(1_600, within(1e-6));
    }

    @Test
    void countsNoCohortWhoseTimeHasNotPassed() {
        IncrementReport report = measure(filled(), AS_OF, false);
        List<IncrementReport.CohortIncrement> cohorts = of(report, Outcome.LOAN).cohorts();
        assertThat(cohorts)
                .extracting(IncrementReport.CohortIncrement::month)
                .containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 5));
        assertThat(cohorts)
                .extracting(IncrementReport.CohortIncrement::isMature)
                .containsExactly(true, false);
        assertThat(of(report, Outcome.BAD).effect().difference()).isNaN();
        assertThat(report.badRate()).isEmpty();
    }

    @Test
    void tellsTheBadRateOfBorrowersOnceAYearHasPassed() {
        IncrementReport report = measure(filled(), new AsOf(LocalDate.of(2027, 3, 1), ZONE), false);
        assertThat(report.badRate().orElseThrow().arm()).isEqualTo(1);
        assertThat(of(report, Outcome.BAD).effect().difference()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void aCustomerKeepsTheFirstArmUnderAStandingHoldOut() {
        Lake lake = filled();
        try (LakeCommit commit = lake.begin()) {
            write(commit, "trials", trials -> {
                for (int customer = 0; customer < 40; customer++) {
                    trial(trials, customer, ASSIGNED.plusDays(5), "second", customer % 2 == 1);
                }
            });
            commit.publish(List.of());
        }
        assertThat(of(measure(lake, AS_OF, true), Outcome.LOAN).effect().difference())
                .isCloseTo(0.4, within(1e-9));
        assertThat(of(measure(lake, AS_OF, false), Outcome.LOAN).effect().difference())
                .isCloseTo(0, within(1e-9));
    }

    /** Campaign "drawn" draws among two channels and nobody by chance; in "chosen" somebody chose the channel of those contacted. */
    @Test
    void aChannelIsToldOnlyWhereChanceDrewIt() {
        Lake lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (NamedRows trials = new NamedRows(lake, commit, "trials")) {
                for (int customer = 0; customer < 80; customer++) {
                    boolean isControl = customer % 2 == 0;
                    String channel = customer % 4 == 1 ? "sms" : "call";
                    Map<String, Object> row = new HashMap<>();
                    row.put("campaign", customer < 40 ? "drawn" : "chosen");
                    row.put("arm", isControl ? "control" : "contact");
                    row.put("propensity", isControl || customer >= 40 ? 0.5 : 0.25);
                    if (!isControl) {
                        row.put("channel", channel);
                    }
                    trials.add(customer, ASSIGNED, customer, row);
                }
            }
            commit.publish(List.of());
        }
        IncrementRun.Settings all = new IncrementRun.Settings(AS_OF, Optional.empty(), false);
        Map<String, IncrementReport> channels =
                IncrementRun.measureBy(IncrementRun.Part.CHANNEL, lake, lake.current(), all, Progress.SILENT);
        assertThat(channels).containsOnlyKeys("call", "sms");
        assertThat(channels.values()).allSatisfy(report -> {
            assertThat(report.contacted()).isEqualTo(10);
            assertThat(report.control()).isEqualTo(20);
            assertThat(report.ratio().pValue()).isCloseTo(1, within(1e-9));
        });
        Map<String, IncrementReport> campaigns =
                IncrementRun.measureBy(IncrementRun.Part.CAMPAIGN, lake, lake.current(), all, Progress.SILENT);
        assertThat(campaigns).containsOnlyKeys("chosen", "drawn");
        assertThat(campaigns.values()).allSatisfy(report -> {
            assertThat(report.contacted()).isEqualTo(20);
            assertThat(report.control()).isEqualTo(20);
        });
    }

    @Test
    void everyPartIsMeasuredAsIfItWereAlone() {
        Lake lake = filled();
        IncrementReport whole = measure(lake, AS_OF, false);
        IncrementReport product = IncrementRun.measureBy(
                        IncrementRun.Part.PRODUCT,
                        lake,
                        lake.current(),
                        new IncrementRun.Settings(AS_OF, Optional.empty(), false),
                        Progress.SILENT)
                .get("L101");
        assertThat(product).isEqualTo(whole);
    }
}
