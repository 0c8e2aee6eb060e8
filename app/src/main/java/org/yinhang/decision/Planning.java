package org.yinhang.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.feature.FeatureReader;

/** Makes a plan from the newest snapshot of a lake and writes it to the decision ledger; command line and jobs share it. */
final class Planning {

    private final Lake lake;
    private final ZoneId zone;
    private final SessionSettings settings;

    Planning(Lake lake, ZoneId zone, SessionSettings settings) {
        this.lake = lake;
        this.zone = zone;
        this.settings = settings;
    }

    /**
     * Plans a campaign and keeps every decision.
     *
     * @param today the bank's business date, which the campaign file may override
     */
    Plan run(Campaign campaign, LocalDate today, Progress progress) {
        Plan plan;
        try (LakeSession session = lake.read(lake.current(), settings)) {
            Instant at = campaign.isReplay()
                    ? newestContact(session)
                    : endOf(campaign.asOf().orElse(today));
            plan = new Planner(session, zone, progress).plan(campaign, at);
        }
        new DecisionLedger(lake).append(plan);
        return plan;
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Instant newestContact(LakeSession session) {
        return new FeatureReader(session, zone)
                .newestContact()
                .orElseThrow(() -> new FaultException(Fault.of(
                        "DEC-1001",
                        "The lake holds no past contact to replay.",
                        "table contacts",
                        "Load contacts first, or plan for every customer.")));
    }
}
