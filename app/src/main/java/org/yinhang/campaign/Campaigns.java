package org.yinhang.campaign;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.campaign.internal.CampaignRepository;
import org.yinhang.campaign.internal.ExposureRepository;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.core.experiment.SampleRatio;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.Jobs;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchState;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.Reconciliation;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** Campaigns from the first draft to the last touch. Every change is in the audit; nobody approves their own. */
@Service
public class Campaigns {

    /** The job that prepares waves. */
    public static final String WAVE_JOB = "campaign-waves";

    private final CampaignRepository repository;
    private final ExposureRepository exposures;
    private final Dispatches dispatches;
    private final LaunchChecks checks;
    private final PastCampaigns past;
    private final Jobs jobs;
    private final Audit audit;
    private final BusinessClock clock;

    Campaigns(
            CampaignRepository repository,
            ExposureRepository exposures,
            Dispatches dispatches,
            LaunchChecks checks,
            PastCampaigns past,
            Jobs jobs,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.exposures = exposures;
        this.dispatches = dispatches;
        this.checks = checks;
        this.past = past;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a campaign; its plan may still lack everything but a name.
     *
     * @throws FaultException {@code CAM-1002} for a code that is not usable or taken
     */
    @Transactional
    public Campaign begin(String code, CampaignPlan plan, Viewer viewer) {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}") || repository.find(code).isPresent()) {
            throw badCode(code);
        }
        try {
            repository.add(code, plan, UUID.randomUUID().toString(), viewer.userName(), clock.realInstant());
        } catch (DuplicateKeyException e) {
            throw badCode(code);
        }
        audit.record(AuditNote.by(viewer, "campaign.begun", code));
        return repository.find(code).orElseThrow();
    }

    private static FaultException badCode(String code) {
        return new FaultException(Fault.of(
                "CAM-1002",
                "The code is not usable, or taken.",
                code,
                "A code is 1 to 40 small letters, digits and hyphens, and no other campaign's."));
    }

    /**
     * Changes the plan. What was approved must be approved again.
     *
     * @param seen the version the person saw
     * @throws FaultException {@code CAM-1003} when somebody changed it meanwhile or it has been launched
     */
    @Transactional
    public Campaign change(Campaign campaign, int seen, CampaignPlan plan, Viewer viewer) {
        if (!repository.change(campaign.id(), seen, plan, viewer.userName(), clock.realInstant())) {
            throw new FaultException(Fault.of(
                    "CAM-1003",
                    "The campaign was changed meanwhile, or has been launched.",
                    campaign.code(),
                    "Open it again."));
        }
        audit.record(AuditNote.by(viewer, "campaign.changed", campaign.code()).with("version " + (seen + 1)));
        return repository.find(campaign.code()).orElseThrow();
    }

    /**
     * Asks for approval; the plan is played on the past, unless it was already.
     *
     * @throws FaultException with everything missing in the plan; {@code CAM-1004} from another state
     */
    @Transactional
    public void submit(Campaign campaign, Viewer viewer) {
        List<Fault> faults = campaign.plan().faults();
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        move(campaign, Set.of(CampaignState.DRAFT), CampaignState.IN_APPROVAL);
        repository.submitted(campaign.id(), viewer.userName());
        if (past.isMissing(campaign) && past.running(campaign).isEmpty()) {
            past.ask(campaign, PastCampaigns.MONTHS, viewer);
        }
        audit.record(AuditNote.by(viewer, "campaign.submitted", campaign.code()));
    }

    /**
     * Approves or sends back.
     *
     * @throws FaultException {@code CAM-1005} for whoever made, changed or submitted it, {@code CAM-1008} to approve a plan that
     *     was not played on the past, where there is one
     */
    @Transactional
    public void decide(Campaign campaign, boolean isApproved, String reason, Viewer viewer) {
        String by = viewer.userName();
        boolean isOwn = by.equals(campaign.owner())
                || by.equals(campaign.changedBy())
                || campaign.submittedBy().filter(by::equals).isPresent();
        if (isOwn) {
            throw new FaultException(Fault.of(
                    "CAM-1005",
                    "Nobody approves their own campaign.",
                    campaign.code(),
                    "Ask a colleague who may approve campaigns."));
        }
        if (isApproved && past.isMissing(campaign)) {
            throw new FaultException(Fault.of(
                    "CAM-1008",
                    "The plan has not been played on the past yet.",
                    "/campaigns/%s/past".formatted(campaign.code()),
                    "Open that page; once the rehearsal is over and you have read it, approve."));
        }
        move(campaign, Set.of(CampaignState.IN_APPROVAL), isApproved ? CampaignState.APPROVED : CampaignState.DRAFT);
        if (isApproved) {
            repository.approved(campaign.id(), by);
        }
        audit.record(AuditNote.by(viewer, isApproved ? "campaign.approved" : "campaign.returned", campaign.code())
                .because(reason));
    }

    /**
     * Launches: the days of the waves are fixed and the first is prepared as soon as its day has come.
     *
     * @throws FaultException {@code CAM-1006} with every check that is red
     */
    @Transactional
    public void launch(Campaign campaign, Viewer viewer) {
        List<Fault> red = checks.of(campaign).stream()
                .filter(check -> check.level() == LaunchCheck.Level.RED)
                .map(check -> Fault.of(
                        "CAM-1006",
                        "A check before the launch is red: %s.".formatted(check.key()),
                        check.detail(),
                        "Open the checks of the campaign, and mend what is red."))
                .toList();
        if (!red.isEmpty()) {
            throw new FaultException(red);
        }
        move(campaign, Set.of(CampaignState.APPROVED), CampaignState.RUNNING);
        LocalDate day = campaign.plan().startsOn().isBefore(clock.today())
                ? clock.today()
                : campaign.plan().startsOn();
        List<CampaignWave> waves = new ArrayList<>();
        for (WavePlan wave : campaign.plan().waves()) {
            day = day.plusDays(wave.waitDays());
            String run = campaign.plan().isTriggered()
                    ? wave.code() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day)
                    : wave.code();
            waves.add(new CampaignWave(run, day, false, 0, 0, 0, 0));
        }
        repository.schedule(campaign.id(), waves);
        jobs.request(WAVE_JOB, campaign.code(), Map.of("campaign", campaign.code()), viewer.userName());
        audit.record(AuditNote.by(viewer, "campaign.launched", campaign.code()).with("version " + campaign.version()));
    }

    /** Nothing leaves until it is let go on. */
    @Transactional
    public void pause(Campaign campaign, Viewer viewer) {
        move(campaign, Set.of(CampaignState.RUNNING), CampaignState.PAUSED);
        of(campaign, DispatchState.RUNNING).forEach(dispatch -> dispatches.pause(dispatch, viewer.userName()));
        audit.record(AuditNote.by(viewer, "campaign.paused", campaign.code()));
    }

    /** Goes on where it was paused; waves that fell due meanwhile are prepared. */
    @Transactional
    public void resume(Campaign campaign, Viewer viewer) {
        move(campaign, Set.of(CampaignState.PAUSED), CampaignState.RUNNING);
        of(campaign, DispatchState.PAUSED).forEach(dispatch -> dispatches.resume(dispatch, viewer.userName()));
        jobs.request(WAVE_JOB, campaign.code(), Map.of("campaign", campaign.code()), viewer.userName());
        audit.record(AuditNote.by(viewer, "campaign.resumed", campaign.code()));
    }

    /** Stops for good everything unsent, of every wave and channel. */
    @Transactional
    public void kill(Campaign campaign, String reason, Viewer viewer) {
        move(campaign, Set.of(CampaignState.RUNNING, CampaignState.PAUSED), CampaignState.KILLED);
        dispatches.of(campaign.code()).stream()
                .filter(dispatch -> dispatch.state().canBeStopped())
                .forEach(dispatch -> dispatches.kill(dispatch, viewer.userName()));
        audit.record(AuditNote.by(viewer, "campaign.killed", campaign.code()).because(reason));
    }

    private List<Dispatch> of(Campaign campaign, DispatchState state) {
        return dispatches.of(campaign.code()).stream()
                .filter(dispatch -> dispatch.state() == state)
                .toList();
    }

    private void move(Campaign campaign, Set<CampaignState> from, CampaignState to) {
        if (!repository.move(campaign.id(), from, to, clock.realInstant())) {
            throw new FaultException(Fault.of(
                    "CAM-1004",
                    "The campaign is not in a state that allows this.",
                    campaign.code(),
                    "Open it again: somebody may have moved it on."));
        }
    }

    /** What colleagues call the campaigns, by code. */
    public Map<String, String> names() {
        return repository.names();
    }

    public Optional<Campaign> find(String code) {
        return repository.find(code);
    }

    /** One page; filters {@code state} and {@code product}. */
    public Slice<Campaign> page(ListQuery query) {
        return repository.page(query);
    }

    /** The waves of a launched campaign in their order. */
    public List<CampaignWave> waves(Campaign campaign) {
        return repository.waves(campaign.id());
    }

    /** How many customers each arm has, {@link Assignment#CONTROL} among them. */
    public Map<String, Long> arms(Campaign campaign) {
        return exposures.counts(campaign.code());
    }

    /** Whether customers came into the arms as planned; empty while one arm only is planned or nobody was assigned. */
    public Optional<SampleRatio> sampleRatio(Campaign campaign) {
        Map<String, Double> shares = plannedShares(campaign);
        Map<String, Long> counts = arms(campaign);
        if (shares.size() < 2 || counts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SampleRatio.of(
                shares.keySet().stream()
                        .map(arm -> counts.getOrDefault(arm, 0L))
                        .toList(),
                List.copyOf(shares.values())));
    }

    /** The share of the customers each arm was planned to have, {@link Assignment#CONTROL} first where there is one. */
    public Map<String, Double> plannedShares(Campaign campaign) {
        CampaignPlan plan = campaign.plan();
        Map<String, Double> shares = new LinkedHashMap<>();
        double treated = 100 - plan.controlPercent();
        if (plan.controlPercent() > 0) {
            shares.put(Assignment.CONTROL, (double) plan.controlPercent());
        }
        if (plan.arms().isEmpty()) {
            shares.put(Assignment.TREATED, treated);
        }
        plan.arms().stream()
                .filter(arm -> arm.percent() > 0)
                .forEach(arm -> shares.put(arm.code(), treated * arm.percent() / 100));
        return shares;
    }

    /** Whom chance put into which arm, by customer number. */
    public List<ArmAssignment> assignments(Campaign campaign) {
        return exposures.all(campaign.code());
    }

    /** The campaigns that were launched, the latest first. */
    public List<Campaign> launched() {
        return repository.launched();
    }

    /** Where its touches stand. */
    public Reconciliation reconcile(Campaign campaign) {
        return dispatches.reconcile(campaign.code());
    }
}
