package org.yinhang.lake.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.RandomLake;
import org.yinhang.lake.SessionSettings;

/** Holds the funnel, counted from the files, to what the engine's window functions say of the same definition. */
class FunnelRunTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);
    private static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 6, 1), ZoneId.of("Asia/Shanghai"));

    private static final String STEPS = """
            zh: 申请漏斗
            en: Application funnel
            window: 120 days
            from: 2025-06-01
            until: 2026-05-01
            mature: false
            breakdown: [first.channel, month]
            reasons:
              - {zh: 拒绝原因, en: Reject reason, table: applications, column: reject_reason}
            steps:
              - {zh: 浏览, en: Viewed, table: events, where: "name in ('page_view', 'login')"}
              - {zh: 试算, en: Reckoned, table: events, where: "name = 'calculator' or channel is null"}
              - {zh: 申请, en: Applied, table: applications, where: "stage = 'submitted' or amount > 500000"}
              - {zh: 任一, en: Anything, table: events}
              - {zh: 批准, en: Approved, table: applications, where: "stage in ('approved', 'signed', 'used') and channel <> 'x1'"}
            """;

    @TempDir
    private Path folder;

    private Lake lake() {
        return Lake.open(folder, CLOCK);
    }

    @BeforeEach
    void fill() {
        RandomLake random = new RandomLake(lake(), 11, LocalDate.of(2026, 6, 1).toEpochDay());
        random.refer("employers", 3);
        random.refer("households", 3);
        random.add("customers", 2);
        random.add("events", 60);
        random.add("applications", 40);
        random.add("events", 20);
        random.add("applications", 10);
    }

    private FunnelResult count(String text, Map<Integer, Integer> depths, int threads) {
        JourneySink sink = (customer, steps) -> {
            if (steps > 0) {
                depths.put(customer, steps);
            }
        };
        return FunnelRun.count(
                lake(),
                lake().current(),
                FunnelFile.parse(text, "funnel.yaml"),
                AS_OF,
                new FunnelRun.Settings(threads, sink),
                Progress.SILENT);
    }

    private FunnelResult count(String text) {
        return count(text, new ConcurrentHashMap<>(), 2);
    }

    private Map<Integer, Integer> bySql(String text) {
        String sql = FunnelSql.of(lake().current(), FunnelFile.parse(text, "funnel.yaml"), AS_OF)
                .depths(table -> table);
        Map<Integer, Integer> depths = new TreeMap<>();
        try (LakeSession session = lake().read(lake().current(), SessionSettings.INTERACTIVE)) {
            session.each(sql, row -> depths.put(row.getInt(1), row.getInt(2)));
        }
        return depths;
    }

    @Test
    void everyCustomerReachesWhatTheEnginesWindowFunctionsSay() {
        for (String window : List.of("1 hours", "5 days", "20 days", "60 days", "200 days")) {
            String text = STEPS.replace("120 days", window);
            Map<Integer, Integer> depths = new ConcurrentHashMap<>();
            FunnelResult result = count(text, depths, 2);
            assertThat(new TreeMap<>(depths)).as(window).isEqualTo(bySql(text));
            for (int step = 0; step < 5; step++) {
                int least = step + 1;
                assertThat(result.steps().get(step).reached())
                        .isEqualTo(depths.values().stream()
                                .filter(depth -> depth >= least)
                                .count());
            }
        }
    }

    @Test
    void theResultDoesNotDependOnThreads() {
        assertThat(count(STEPS, new ConcurrentHashMap<>(), 1)).isEqualTo(count(STEPS, new ConcurrentHashMap<>(), 3));
    }

    @Test
    void breakdownsAndLossesAddUp() {
        FunnelResult result =
                count(STEPS.replace("[first.channel, month]", "[first.channel, month, week, customer.gender]"));
        assertThat(result.splits()).hasSize(4);
        for (FunnelResult.Split split : result.splits()) {
            for (int step = 0; step < result.steps().size(); step++) {
                int at = step;
                assertThat(split.groups().stream()
                                .mapToLong(group -> group.reached().get(at))
                                .sum())
                        .as("%s, step %d", split.name(), step)
                        .isEqualTo(result.steps().get(step).reached());
            }
        }
        for (int step = 0; step < result.steps().size() - 1; step++) {
            FunnelResult.Loss loss = result.losses().get(step);
            assertThat(loss.lost())
                    .isEqualTo(result.steps().get(step).reached()
                            - result.steps().get(step + 1).reached());
            assertThat(loss.silent()
                            + loss.reasons().stream()
                                    .mapToLong(FunnelResult.Reason::customers)
                                    .sum())
                    .isEqualTo(loss.lost());
        }
    }

    @Test
    void everyDayIsAFunnelOfThoseWhoBeganOnIt() {
        String text = STEPS.replace("[first.channel, month]", "[first.channel, customer.gender]");
        LocalDate first = LocalDate.of(2025, 6, 1);
        DailyConversions daily =
                FunnelRun.daily(lake(), lake().current(), FunnelFile.parse(text, "funnel.yaml"), AS_OF, first, 365);
        for (int day = 3; day < 365; day += 40) {
            FunnelResult one = count(text.replace("from: 2025-06-01", "from: " + first.plusDays(day))
                    .replace("until: 2026-05-01", "until: " + first.plusDays(day + 1)));
            assertThat(daily.total().began()[day]).isEqualTo(one.entered());
            assertThat(daily.total().converted()[day])
                    .isEqualTo(one.steps().getLast().reached());
        }
        assertThat(Arrays.stream(daily.total().began()).sum())
                .isGreaterThan(count(text).entered());
        assertThat(Arrays.stream(daily.total().converted()).sum()).isPositive();
        daily.splits().forEach((name, values) -> {
            long[] sum = new long[365];
            values.values().forEach(one -> Arrays.setAll(sum, day -> sum[day] + one.began()[day]));
            assertThat(sum).as(name).isEqualTo(daily.total().began());
        });
        assertThatThrownBy(() -> FunnelRun.daily(
                        lake(),
                        lake().current(),
                        FunnelFile.parse(STEPS, "funnel.yaml"),
                        AS_OF,
                        LocalDate.of(2025, 6, 1),
                        365))
                .hasMessageContaining("month");
    }

    @Test
    void onlyTheCustomersMeantCount() {
        Map<Integer, Integer> all = new ConcurrentHashMap<>();
        count(STEPS, all, 2);
        Map<Integer, Integer> women = new ConcurrentHashMap<>();
        count(STEPS + "customers: \"customer.gender = 'f'\"\n", women, 2);
        Map<Integer, Integer> others = new ConcurrentHashMap<>();
        count(STEPS + "customers: \"customer.gender <> 'f' or customer.gender is null\"\n", others, 2);
        assertThat(women).isNotEmpty();
        Map<Integer, Integer> together = new TreeMap<>(women);
        together.putAll(others);
        assertThat(together).isEqualTo(new TreeMap<>(all)).hasSize(women.size() + others.size());
    }

    @Test
    void aJourneyWhoseWindowHasNotPassedDoesNotCount() {
        FunnelResult mature = count(STEPS.replace("mature: false", "mature: true"));
        assertThat(mature.until())
                .isEqualTo(LocalDate.of(2026, 6, 1)
                        .minusDays(120)
                        .atStartOfDay(AS_OF.zone())
                        .toInstant());
    }

    @Test
    void replaysThePathOfAnExampleWithoutSayingWho() {
        FunnelResult result = count(STEPS);
        int step = 0;
        for (OptionalInt example : result.examples()) {
            if (example.isPresent()) {
                List<PathMoment> path = FunnelRun.replay(
                        lake(), lake().current(), FunnelFile.parse(STEPS, "funnel.yaml"), AS_OF, example.getAsInt());
                List<Integer> steps = new ArrayList<>();
                path.forEach(moment -> moment.step().ifPresent(steps::add));
                assertThat(steps).hasSize(step + 1).isSorted();
                assertThat(path.getFirst().micros()).isZero();
            }
            step++;
        }
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        String wrong = STEPS.replace("stage = 'submitted'", "stag = 'submitted'")
                .replace("first.channel", "first.colour")
                .replace("column: reject_reason", "column: amount");
        assertThatThrownBy(() -> count(wrong)).isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
                .hasSize(3)
                .allSatisfy(fault -> assertThat(fault.where()).contains("funnel.yaml:")));
        assertThatThrownBy(() -> count(STEPS.replace("120 days", "a while"))).hasMessageContaining("length of time");
    }
}
