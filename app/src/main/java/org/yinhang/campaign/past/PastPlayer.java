package org.yinhang.campaign.past;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yinhang.access.StaffUsers;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.PastAudiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.internal.ExposureRepository;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * Plays the first wave of a campaign on the first day of each past month: whom its audience meant, whom a step would have
 * reached with the consents of that day, what the policies in force say of them, beside what they really did. Caps on
 * frequency and the capacity of channels are not played.
 */
@Component
class PastPlayer {

    private final PastAudiences past;
    private final Audiences audiences;
    private final StaffUsers staff;
    private final ExposureRepository exposures;
    private final Policies policies;
    private final Lake lake;
    private final BusinessClock clock;

    PastPlayer(
            PastAudiences past,
            Audiences audiences,
            StaffUsers staff,
            ExposureRepository exposures,
            Policies policies,
            Lake lake,
            BusinessClock clock) {
        this.past = past;
        this.audiences = audiences;
        this.staff = staff;
        this.exposures = exposures;
        this.policies = policies;
        this.lake = lake;
        this.clock = clock;
    }

    /** Whether the lake holds a past to play on. */
    boolean hasPast() {
        SnapshotTable applications = lake.current().tables().get("applications");
        return applications != null && applications.rows() > 0;
    }

    /**
     * Plays the whole months before today, the oldest first.
     *
     * @throws FaultException {@code CAM-2003} without an audience, {@code CAM-2020} without an owner, {@code CAM-1009} where the
     *     product does not lend
     */
    PastCampaign play(Campaign campaign, int months, Progress progress) {
        CampaignPlan plan = campaign.plan();
        Viewer owner = staff.named(campaign.owner())
                .orElseThrow(() -> fault("CAM-2020", "The owner of the campaign is gone.", campaign.owner()));
        SavedAudience audience = audiences
                .find(plan.audience(), owner)
                .orElseThrow(() -> fault("CAM-2003", "No audience is chosen.", "audience"));
        LocalDate today = clock.today();
        Offers offers = policies.offers();
        if (!offers.products(today).contains(plan.product())) {
            throw fault("CAM-1009", "The product does not lend today.", plan.product());
        }
        List<String> fields = offers.fields(plan.product(), today).stream()
                .filter(policies.tags()::contains)
                .sorted()
                .toList();
        PastMonths sums = new PastMonths(fields);
        LocalDate thisMonth = today.withDayOfMonth(1);
        Snapshot snapshot = lake.current();
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            PastMonth month = new PastMonth(
                    campaign,
                    audience.predicate(),
                    exposures.holdOut(),
                    offers,
                    Valuer.of(ValueTerms.bundled(), policies.catalogue(), new AsOf(today, clock.zone())),
                    today,
                    fields,
                    new PastFactsRepository(session, snapshot, clock.zone()),
                    sums);
            plan.waves().getFirst().steps().forEach(step -> sums.planned(step.channel()));
            for (int back = months; back > 0; back--) {
                LocalDate day = thisMonth.minusMonths(back);
                progress.report(day.toString().substring(0, 7), months - back, months);
                past.ask(day, month.predicates(), month.also(), owner, (selection, mayBeSeen) -> {
                    month.play(day, selection, mayBeSeen);
                    return day;
                });
            }
        }
        progress.report("", months, months);
        return new PastCampaign(
                thisMonth.minusMonths(months),
                thisMonth,
                plan.product(),
                sums.months(),
                sums.offer(),
                sums.reasons(),
                sums.channels(),
                sums.branches(),
                sums.groups(),
                sums.reallyInAll());
    }

    private static FaultException fault(String code, String what, String where) {
        return new FaultException(Fault.of(code, what, where, "Go back to that step of the plan."));
    }
}
