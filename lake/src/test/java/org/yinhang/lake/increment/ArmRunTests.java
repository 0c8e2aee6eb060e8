package org.yinhang.lake.increment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.NamedRows;

class ArmRunTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), NamedRows.ZONE);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate YOUNG = LocalDate.of(2026, 5, 20);

    @TempDir
    private Path folder;

    private Lake lake;

    /**
     * Customers 0 to 19 on the 2nd of March, even ones in arm a, 20 and 21 on the 20th of May. Of a, 0 and 4 apply within a week, 8 after
     * three weeks, 12 for something else; 0 borrows within two months. 1 of control applies within a week. 2 and 3 applied the autumn
     * before. 6 complains, 10 takes the consent back, 14 gives it.
     */
    @BeforeEach
    void fill() {
        lake = Lake.open(folder, CLOCK);
        try (LakeCommit commit = lake.begin()) {
            try (NamedRows applications = new NamedRows(lake, commit, "applications")) {
                started(applications, 0, FIRST.plusDays(2), "L101");
                started(applications, 1, FIRST.plusDays(5), "L101");
                started(applications, 2, FIRST.minusDays(150), "L102");
                started(applications, 3, FIRST.minusDays(150), "L101");
                started(applications, 4, FIRST.plusDays(6), "L101");
                started(applications, 8, FIRST.plusDays(21), "L101");
                started(applications, 12, FIRST.plusDays(2), "L102");
                started(applications, 20, YOUNG.plusDays(1), "L101");
            }
            try (NamedRows loans = new NamedRows(lake, commit, "loans")) {
                loans.add(
                        0,
                        FIRST.plusDays(30),
                        1,
                        Map.of("loan", 1, "balance", 5_000_000, "rate", 50_000, "disbursed_on", FIRST.plusDays(30)));
            }
            try (NamedRows complaints = new NamedRows(lake, commit, "complaints")) {
                complaints.add(6, FIRST.plusDays(3), 1, Map.of("complaint", 1, "stage", "opened"));
            }
            try (NamedRows consents = new NamedRows(lake, commit, "consents")) {
                consents.add(10, FIRST.plusDays(3), 1, Map.of("purpose", "marketing", "granted", false));
                consents.add(14, FIRST.plusDays(3), 2, Map.of("purpose", "marketing", "granted", true));
            }
            commit.publish(List.of());
        }
    }

    private static void started(NamedRows applications, int customer, LocalDate day, String product) {
        applications.add(
                customer,
                day,
                customer * 1_000L + day.getDayOfYear(),
                Map.of("application", customer + 1, "stage", "started", "product", product));
    }

    private ArmReport count(ArmGoal goal) {
        List<ArmCustomer> assigned = new ArrayList<>();
        for (int customer = 21; customer >= 0; customer--) {
            LocalDate day = customer < 20 ? FIRST : YOUNG;
            assigned.add(
                    new ArmCustomer(customer, NamedRows.at(day) - 3_600_000_000L, customer % 2 == 0 ? "a" : "control"));
        }
        return ArmRun.count(lake, lake.current(), assigned, "L101", goal, AS_OF, Progress.SILENT);
    }

    private static long reached(ArmReport report, String arm) {
        Moments goal = report.goal(arm, LocalDate.MAX);
        return Math.round(goal.mean() * goal.count());
    }

    @Test
    void everybodyWhoseDaysHavePassedCountsInTheArmChanceChose() {
        ArmReport week = count(ArmGoal.RESPONSE_WEEK);
        assertThat(week.counts()).containsExactly(Map.entry("a", 11L), Map.entry("control", 11L));
        assertThat(week.goal("a", LocalDate.MAX).count()).isEqualTo(11);
        assertThat(reached(week, "a")).isEqualTo(3);
        assertThat(reached(week, "control")).isEqualTo(1);
        ArmReport month = count(ArmGoal.RESPONSE);
        assertThat(month.goal("a", LocalDate.MAX).count())
                .as("the young are left out")
                .isEqualTo(10);
        assertThat(reached(month, "a")).isEqualTo(3);
        ArmReport loans = count(ArmGoal.LOAN);
        assertThat(reached(loans, "a")).isEqualTo(1);
        assertThat(reached(loans, "control")).isZero();
    }

    @Test
    void aLookAfterADayShowsThoseAssignedUntilThen() {
        ArmReport week = count(ArmGoal.RESPONSE_WEEK);
        assertThat(week.goal("a", FIRST.minusDays(1))).isEqualTo(Moments.NONE);
        assertThat(week.goal("a", FIRST).count()).isEqualTo(10);
        assertThat(week.goal("nobody", FIRST)).isEqualTo(Moments.NONE);
    }

    @Test
    void activityBeforeAndHarmsAreCounted() {
        ArmReport month = count(ArmGoal.RESPONSE);
        assertThat(month.goal("a", FIRST).companion()).isCloseTo(0.1, within(1e-12));
        assertThat(month.goal("control", FIRST).companion()).isCloseTo(0.1, within(1e-12));
        assertThat(month.harm("a", ArmHarm.COMPLAINT).mean()).isCloseTo(0.1, within(1e-12));
        assertThat(month.harm("a", ArmHarm.OPT_OUT).mean()).isCloseTo(0.1, within(1e-12));
        assertThat(month.harm("control", ArmHarm.OPT_OUT).mean()).isZero();
        assertThat(month.harm("control", ArmHarm.OPT_OUT).count()).isEqualTo(10);
    }
}
