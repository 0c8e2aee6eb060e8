package org.yinhang.decision.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yinhang.decision.rehearsal.PastApplication;
import org.yinhang.decision.rehearsal.PastApplicationRepository;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.TrialEvidence;
import org.yinhang.product.TrialFigures;
import org.yinhang.product.TrialOutcomes;
import org.yinhang.shared.BusinessClock;

/** What live decisions say of versions on trial, and what became of their customers by the lake. */
@Component
class TrialResults implements TrialEvidence {

    /** Days after the first decision within which an application counts. */
    private static final int DAYS = 30;

    private final TrialRepository trials;
    private final Lake lake;
    private final BusinessClock clock;

    TrialResults(TrialRepository trials, Lake lake, BusinessClock clock) {
        this.trials = trials;
        this.lake = lake;
        this.clock = clock;
    }

    @Override
    public TrialFigures of(PolicyVersion.Kind kind, String id, int version) {
        return trials.of(kind, id, version);
    }

    @Override
    public TrialOutcomes outcomes(PolicyVersion.Kind kind, String id, int version, Instant since) {
        LocalDate today = clock.today();
        List<TrialRepository.Answered> all = trials.answered(kind, id, version, since);
        List<TrialRepository.Answered> old = all.stream()
                .filter(one -> !one.day().plusDays(DAYS).isAfter(today))
                .toList();
        Map<Integer, PastApplication> applied = applied(old, today);
        return new TrialOutcomes(DAYS, all.size() - old.size(), arm(old, applied, false), arm(old, applied, true));
    }

    /** The first application of each customer within the days. */
    private Map<Integer, PastApplication> applied(List<TrialRepository.Answered> answered, LocalDate today) {
        Snapshot snapshot = lake.current();
        if (answered.isEmpty()
                || !snapshot.tables().containsKey("applications")
                || !snapshot.tables().containsKey("loans")) {
            return Map.of();
        }
        Map<Integer, LocalDate> days = new HashMap<>();
        answered.forEach(one -> days.put(one.customer(), one.day()));
        LocalDate first = answered.stream()
                .map(TrialRepository.Answered::day)
                .min(LocalDate::compareTo)
                .orElse(today);
        Map<Integer, PastApplication> applied = new HashMap<>();
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            for (PastApplication application :
                    PastApplicationRepository.read(session, first, today, today, clock.zone())) {
                LocalDate day = days.get(application.customer());
                if (day != null
                        && !application.day().isBefore(day)
                        && application.day().isBefore(day.plusDays(DAYS))) {
                    applied.putIfAbsent(application.customer(), application);
                }
            }
        }
        return applied;
    }

    private static TrialOutcomes.Arm arm(
            List<TrialRepository.Answered> answered, Map<Integer, PastApplication> applied, boolean byVersion) {
        List<TrialRepository.Answered> customers =
                answered.stream().filter(one -> one.byVersion() == byVersion).toList();
        List<PastApplication> theirs = customers.stream()
                .filter(one -> applied.containsKey(one.customer()))
                .map(one -> applied.get(one.customer()))
                .toList();
        return new TrialOutcomes.Arm(
                customers.size(),
                theirs.size(),
                (int) theirs.stream().filter(PastApplication::isApproved).count(),
                (int) theirs.stream().filter(PastApplication::isDisbursed).count(),
                (int) theirs.stream()
                        .filter(one -> one.isDisbursed() && one.isBad())
                        .count());
    }
}
