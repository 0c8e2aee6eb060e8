package org.yinhang.compliance.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.compliance.LedgerEntry;
import org.yinhang.compliance.TouchRows;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LoadRecord;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;

/**
 * Copies the contact ledger into the lake, every morning what was recorded since the last time. A load is named by the
 * rows it holds, so that a run which was killed adds nothing twice.
 */
@Component
class SealJob implements JobHandler {

    static final String NAME = "contact-ledger-seal";

    /** Rows of transactions still open have numbers already: the newest rows wait for the next run. */
    private static final Duration REST = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_ROWS = 1_000_000;
    private static final String UNTIL = "until";

    private final Lake lake;
    private final ContactRepository ledger;
    private final BusinessClock clock;

    SealJob(Lake lake, ContactRepository ledger, BusinessClock clock) {
        this.lake = lake;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.COMPLIANCE, Role.ADMINISTRATOR);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(4, 30));
    }

    @Override
    public void run(JobContext context) {
        Instant now = clock.realInstant();
        Instant until = Optional.ofNullable(context.input().get(UNTIL))
                .map(Instant::parse)
                .orElse(now.minus(REST));
        long total = 0;
        for (List<LedgerEntry> rows = ledger.unsealed(until, MOST_ROWS);
                !rows.isEmpty();
                rows = ledger.unsealed(until, MOST_ROWS)) {
            seal(rows, now);
            total += rows.size();
            context.progress().report("台账入湖 sealing", total, 0);
        }
        context.result("job.told.contact-ledger-seal", total);
    }

    private void seal(List<LedgerEntry> rows, Instant now) {
        long last = rows.stream().mapToLong(LedgerEntry::id).max().orElseThrow();
        String load = "touches-" + last;
        try (LakeCommit commit = lake.begin(PATIENCE)) {
            if (!commit.base().contains(load)) {
                try (TouchRows writer = new TouchRows(commit)) {
                    rows.forEach(row -> writer.add(row, now));
                }
                commit.publish(List.of(new LoadRecord(load, "contact ledger", TouchRows.TABLE, rows.size(), 0, now)));
            }
        }
        ledger.sealed(last);
    }
}
