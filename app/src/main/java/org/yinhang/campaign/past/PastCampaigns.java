package org.yinhang.campaign.past;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.campaign.Campaign;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Rehearsals of campaigns: asked for with the approval or by hand, played in the worker, kept for those who approve. */
@Service
public class PastCampaigns {

    /** Months played where nobody says otherwise. */
    public static final int MONTHS = 12;

    /** The longest past that can be asked for, in months. */
    public static final int MOST_MONTHS = 36;

    static final String JOB = "campaign-past";

    private final PastPlayer player;
    private final PastCampaignRepository repository;
    private final Jobs jobs;
    private final Audit audit;
    private final BusinessClock clock;

    PastCampaigns(PastPlayer player, PastCampaignRepository repository, Jobs jobs, Audit audit, BusinessClock clock) {
        this.player = player;
        this.repository = repository;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks the worker to play the plan as it stands.
     *
     * @param months whole months before today, 1 to {@link #MOST_MONTHS}
     * @throws FaultException {@code CAM-1010} for another number of months, and whatever is wrong with the plan
     */
    @Transactional
    public JobRun ask(Campaign campaign, int months, Viewer viewer) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new FaultException(Fault.of(
                    "CAM-1010",
                    "%d months cannot be played.".formatted(months),
                    "months",
                    "Choose 1 to %d.".formatted(MOST_MONTHS)));
        }
        List<Fault> faults = campaign.plan().faults();
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        audit.record(AuditNote.by(viewer, "campaign.rehearsed", campaign.code())
                .with("version %d, %d months".formatted(campaign.version(), months)));
        return jobs.request(
                JOB,
                campaign.code(),
                Map.of(
                        "campaign", campaign.code(),
                        "months", Integer.toString(months),
                        "by", viewer.userName()),
                viewer.userName());
    }

    /** The run that waits or is at work. */
    public Optional<JobRun> running(Campaign campaign) {
        return jobs.active().stream()
                .filter(run -> run.name().equals(JOB) && run.subject().equals(campaign.code()))
                .findFirst();
    }

    /** What was found of the plan as it stands. */
    public Optional<KeptPastCampaign> newest(Campaign campaign) {
        return repository.newest(campaign.id(), campaign.version());
    }

    /** Whether the plan as it stands must still be played before it is approved. */
    public boolean isMissing(Campaign campaign) {
        return player.hasPast() && newest(campaign).isEmpty();
    }

    /** Plays the plan as it stands and keeps what it found. */
    public PastCampaign play(Campaign campaign, int months, String askedBy, Progress progress) {
        PastCampaign found = player.play(campaign, months, progress);
        repository.add(campaign.id(), campaign.version(), found, askedBy, clock.realInstant());
        return found;
    }
}
