package org.yinhang.outcome.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.OwnedPart;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.TableWriter;
import org.yinhang.shared.BusinessClock;

/**
 * Brings what the platform did into the lake, month by month: a month whose digest has changed is written again as a
 * whole, in one change of the lake that leaves its earlier rows out. The database remembers nothing of it, so that there
 * is no point between the two at which dying could lose a row or write it twice.
 */
@Component
public class OutcomeLoad {

    private static final String OWNER = "yinhang";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** So long after its end a month is looked at: answers that come later are in the outbox only. */
    private static final int DAYS_OPEN = 100;

    private static final int BLOCK = 1 << Lake.BLOCK_BITS;

    private final Lake lake;
    private final OutcomeRepository done;
    private final BusinessClock clock;

    OutcomeLoad(Lake lake, OutcomeRepository done, BusinessClock clock) {
        this.lake = lake;
        this.done = done;
        this.clock = clock;
    }

    /** What is to be written of a table. */
    private record Wanted(String table, Map<YearMonth, String> months) {

        /** Whether the lake has the month otherwise, or not at all. */
        boolean isDue(YearMonth month, Snapshot snapshot) {
            String digest = months.get(month);
            return digest != null
                    && Optional.ofNullable(OwnedPart.of(snapshot, table, OWNER).get(month.toString()))
                            .filter(part -> part.digest().equals(digest))
                            .isEmpty();
        }
    }

    /** A number that is another whenever the platform did something since; what it counts means nothing. */
    public long done() {
        return done.changes();
    }

    /** Writes every month that has changed; gives how many rows were written. Run twice, it changes nothing. */
    public long run(Progress progress) {
        Instant since = YearMonth.from(clock.today().minusDays(DAYS_OPEN))
                .atDay(1)
                .atStartOfDay(clock.zone())
                .toInstant();
        Wanted contacts = new Wanted(OutcomeRows.CONTACTS, done.contactMonths(since, clock.zone()));
        Wanted trials = new Wanted(OutcomeRows.TRIALS, done.trialMonths(since, clock.zone()));
        Wanted redemptions = new Wanted(OutcomeRows.REDEMPTIONS, done.redemptionMonths(since, clock.zone()));
        List<Wanted> all = List.of(contacts, trials, redemptions);
        Set<YearMonth> months = new TreeSet<>();
        all.forEach(wanted -> months.addAll(wanted.months().keySet()));
        long rows = 0;
        for (YearMonth month : months) {
            Snapshot now = lake.current();
            if (all.stream().anyMatch(wanted -> wanted.isDue(month, now))) {
                rows += write(month, all, progress);
            }
        }
        return rows;
    }

    private long write(YearMonth month, List<Wanted> all, Progress progress) {
        try (LakeCommit commit = lake.begin(PATIENCE)) {
            List<LoadRecord> loads = new ArrayList<>();
            for (Wanted wanted : all) {
                if (wanted.isDue(month, commit.base())) {
                    loads.add(write(month, wanted, commit, progress));
                }
            }
            if (!loads.isEmpty()) {
                commit.publish(loads);
            }
            return loads.stream().mapToLong(LoadRecord::rows).sum();
        }
    }

    private LoadRecord write(YearMonth month, Wanted wanted, LakeCommit commit, Progress progress) {
        Instant from = start(month.atDay(1));
        Instant until = start(month.plusMonths(1).atDay(1));
        long rows = 0;
        int last = done.lastCustomer();
        try (TableWriter writer = OutcomeRows.writer(commit, wanted.table())) {
            OutcomeRows out = new OutcomeRows(writer, clock.zone());
            for (int first = 0; first <= last; first += BLOCK) {
                rows += write(wanted.table(), out, first, from, until);
                progress.report("结果入湖 outcomes %s".formatted(month), first, last + 1L);
            }
        }
        Optional.ofNullable(OwnedPart.of(commit.base(), wanted.table(), OWNER).get(month.toString()))
                .ifPresent(before -> commit.merge(wanted.table(), Set.of(before.run())));
        String digest = wanted.months().getOrDefault(month, "");
        OwnedPart part = new OwnedPart(OWNER, month.toString(), commit.version(), digest);
        return new LoadRecord(
                part.fingerprint(wanted.table()),
                "Yinhang " + month,
                wanted.table(),
                rows,
                0,
                clock.now().toInstant());
    }

    private long write(String table, OutcomeRows out, int first, Instant from, Instant until) {
        int last = first + BLOCK - 1;
        switch (table) {
            case OutcomeRows.CONTACTS -> {
                List<MadeContact> made = done.contacts(first, last, from, until);
                made.forEach(out::add);
                return made.size();
            }
            case OutcomeRows.TRIALS -> {
                List<MadeTrial> made = done.trials(first, last, from, until);
                made.forEach(out::add);
                return made.size();
            }
            case OutcomeRows.REDEMPTIONS -> {
                List<MadeRedemption> made = done.redemptions(first, last, from, until);
                made.forEach(out::add);
                return made.size();
            }
            default -> throw new IllegalArgumentException("table: %s (expected: one of the platform)".formatted(table));
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.zone()).toInstant();
    }
}
