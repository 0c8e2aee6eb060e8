package org.yinhang.compliance.internal;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.compliance.DatedRules;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.YinhangSettings;

/** Brings the bank's own consents and newest contacts into the ledgers. Run twice, it changes nothing. */
@Component
class IntakeJob implements JobHandler {

    static final String NAME = "compliance-intake";

    private static final int MEMORY_MIB = 512;
    private static final int SHORTEST_DAYS = 31;

    private final Lake lake;
    private final IntakeRepository intake;
    private final DatedRules rules;
    private final BusinessClock clock;
    private final YinhangSettings settings;

    IntakeJob(Lake lake, IntakeRepository intake, DatedRules rules, BusinessClock clock, YinhangSettings settings) {
        this.lake = lake;
        this.intake = intake;
        this.rules = rules;
        this.clock = clock;
        this.settings = settings;
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
    public void run(JobContext context) {
        if (settings.demo()) {
            rules.registerDemoSenders();
        }
        Instant now = clock.now().toInstant();
        int days = Math.max(SHORTEST_DAYS, rules.inForce(now).frequency().longestDays());
        Instant since = clock.today().minusDays(days).atStartOfDay(clock.zone()).toInstant();
        try (LakeSession session = lake.read(lake.current(), SessionSettings.batch(MEMORY_MIB))) {
            long consents = intake.consents(
                    session, clock.realInstant(), done -> context.progress().report("授权 consents", done, 0));
            long contacts = intake.contacts(session, since, clock.realInstant(), done -> context.progress()
                    .report("触达 contacts", done, 0));
            context.result("job.told.compliance-intake", consents, contacts);
        }
    }
}
