package org.yinhang.product;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.product.internal.PolicyRepository;
import org.yinhang.product.internal.ReleaseRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** How approved versions are used: beside what is in force, for a share of the customers, for all, or no longer. */
@Service
public class Releases {

    private final PolicyRepository definitions;
    private final ReleaseRepository releases;
    private final PolicyShelf shelf;
    private final List<TrialEvidence> evidence;
    private final Audit audit;
    private final BusinessClock clock;

    Releases(
            PolicyRepository definitions,
            ReleaseRepository releases,
            PolicyShelf shelf,
            List<TrialEvidence> evidence,
            Audit audit,
            BusinessClock clock) {
        this.definitions = definitions;
        this.releases = releases;
        this.shelf = shelf;
        this.evidence = List.copyOf(evidence);
        this.audit = audit;
        this.clock = clock;
    }

    /** How every version that was ever released stands. */
    public List<PolicyRelease> standing() {
        return releases.standing(Long.MAX_VALUE);
    }

    /** Releases, the newest first. */
    public Slice<PolicyRelease> page(ListQuery query) {
        return releases.page(query);
    }

    /** A version that was approved. */
    public Optional<PolicyVersion> version(PolicyVersion.Kind kind, String id, int version) {
        return definitions.versions(kind, id).stream()
                .filter(one -> one.version() == version && one.state() == PolicyVersion.State.APPROVED)
                .findFirst();
    }

    /** What live decisions say of a version on trial. */
    public Optional<TrialFigures> figures(PolicyRelease trial) {
        return evidence.stream()
                .map(one -> one.of(trial.kind(), trial.id(), trial.version()))
                .findFirst();
    }

    /** What became of the customers of a version on trial. */
    public Optional<TrialOutcomes> outcomes(PolicyRelease trial) {
        return evidence.stream()
                .map(one -> one.outcomes(trial.kind(), trial.id(), trial.version(), trial.releasedAt()))
                .findFirst();
    }

    /**
     * Uses a version otherwise, from now on.
     *
     * @param share customers of a hundred it decides for: 1 to 99 for a challenger, 100 in force, else 0
     * @param reason why, in a few words
     * @throws FaultException PRD-2002 for the maker's own version, PRD-2007 when it is used so already, PRD-2008 while another
     *     version of the same definition is on trial, PRD-2009 for a share that is none of the stage, PRD-2010 without a reason, PRD-2011 where a
     *     newer version is in force
     */
    @Transactional
    public void change(PolicyVersion version, PolicyRelease.Stage stage, int share, String reason, Viewer viewer) {
        if (reason.isBlank()) {
            throw new FaultException(Fault.of(
                    "PRD-2010",
                    "A release needs a reason.",
                    version.id(),
                    "Say in a few words why it is used otherwise."));
        }
        release(version, stage, share, reason.strip(), viewer);
    }

    void release(PolicyVersion version, PolicyRelease.Stage stage, int share, String reason, Viewer viewer) {
        refuseOwn(version, viewer);
        if (!PolicyRelease.isShareOf(stage, share)) {
            throw new FaultException(Fault.of(
                    "PRD-2009",
                    "%d of a hundred customers is no share of this stage.".formatted(share),
                    version.id(),
                    "A challenger decides for 1 to 99 of a hundred customers."));
        }
        releases.lock();
        List<PolicyRelease> standing = releases.standing(Long.MAX_VALUE);
        refuseSame(version, stage, share, standing);
        for (PolicyRelease other : standing) {
            if (other.kind() == version.kind()
                    && other.id().equals(version.id())
                    && other.version() != version.version()) {
                refuseBeside(other, version, stage);
            }
        }
        releases.add(version, stage, share, viewer.userName(), clock.realInstant(), reason);
        audit.record(AuditNote.by(viewer, "policy.release", version.id())
                .with("version %d, %s, %d of 100. %s"
                        .formatted(version.version(), stage.name().toLowerCase(Locale.ROOT), share, reason)
                        .strip()));
        forgetWhenDone();
    }

    private void forgetWhenDone() {
        shelf.forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    shelf.forget();
                }
            });
        }
    }

    static void refuseOwn(PolicyVersion version, Viewer viewer) {
        if (version.savedBy().equals(viewer.userName())) {
            throw new FaultException(Fault.of(
                    "PRD-2002",
                    "Nobody approves their own change.",
                    version.id(),
                    "Ask a colleague who may approve policies."));
        }
    }

    private static void refuseSame(
            PolicyVersion version, PolicyRelease.Stage stage, int share, List<PolicyRelease> standing) {
        boolean isSame = standing.stream()
                .anyMatch(now -> now.kind() == version.kind()
                        && now.id().equals(version.id())
                        && now.version() == version.version()
                        && now.stage() == stage
                        && now.share() == share);
        if (isSame) {
            throw new FaultException(
                    Fault.of("PRD-2007", "The version is used so already.", version.id(), "Open the page again."));
        }
    }

    private static void refuseBeside(PolicyRelease other, PolicyVersion version, PolicyRelease.Stage stage) {
        if (stage.isTrial() && other.stage().isTrial()) {
            throw new FaultException(Fault.of(
                    "PRD-2008",
                    "Version %d of '%s' is on trial already.".formatted(other.version(), version.id()),
                    version.id(),
                    "End that trial first: put it in force or withdraw it."));
        }
        if (stage != PolicyRelease.Stage.WITHDRAWN
                && other.stage() == PolicyRelease.Stage.IN_FORCE
                && other.version() > version.version()) {
            throw new FaultException(Fault.of(
                    "PRD-2011",
                    "Version %d of '%s' is in force and newer.".formatted(other.version(), version.id()),
                    version.id(),
                    "Withdraw the newer one, and what was in force before it is so again."));
        }
    }
}
