package org.yinhang.campaign.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.yinhang.access.StaffUsers;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.PassRate;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Expression;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.ReceiptEvent;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Finds whom a wave is about: the audience of the campaign, or who of the wave before answered so or so. */
@Component
public class CampaignAudience {

    private static final Set<ReceiptEvent> TELLING =
            Set.of(ReceiptEvent.OPENED, ReceiptEvent.ANSWERED, ReceiptEvent.REFUSED);

    private final Audiences audiences;
    private final Selections selections;
    private final StaffUsers staff;
    private final Dispatches dispatches;
    private final BusinessClock clock;

    CampaignAudience(
            Audiences audiences, Selections selections, StaffUsers staff, Dispatches dispatches, BusinessClock clock) {
        this.audiences = audiences;
        this.selections = selections;
        this.staff = staff;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    /**
     * Whom a wave is about, as of the newest tags.
     *
     * @throws FaultException {@code CAM-2003} without an audience, {@code GRP-1007} before the tags were computed
     */
    public ChosenCustomers choose(Campaign campaign, WavePlan wave) {
        Viewer owner = owner(campaign);
        CampaignPlan plan = campaign.plan();
        SavedAudience audience = audiences
                .find(plan.audience(), owner)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "CAM-2003", "No audience is chosen.", "audience", "Go back to that step of the plan.")));
        return selections
                .within(owner, selection -> choose(campaign, wave, audience, selection))
                .orElseThrow(Audiences::noTags);
    }

    /** Under which codes a wave may have reached somebody by now. */
    Set<String> codes(Campaign campaign, WavePlan wave) {
        return DispatchCodes.until(wave, campaign.plan().startsOn(), clock.today());
    }

    /** How many of some customers would be approved if they applied, as the audience's page tells it. */
    public PassRate passRate(Campaign campaign, List<Integer> customers) {
        Audience members =
                Audience.of(customers.stream().mapToInt(Integer::intValue).toArray());
        return selections
                .within(owner(campaign), selection -> selection.passRate(members))
                .orElseThrow(Audiences::noTags);
    }

    private Viewer owner(Campaign campaign) {
        return staff.named(campaign.owner())
                .orElseThrow(() -> new FaultException(Fault.of(
                        "CAM-2020",
                        "The owner of the campaign is gone.",
                        campaign.owner(),
                        "Give it to a colleague.")));
    }

    private ChosenCustomers choose(Campaign campaign, WavePlan wave, SavedAudience audience, Selection selection) {
        List<Expression> read = new ArrayList<>();
        Expression members = selection.read(audience.predicate());
        read.add(members);
        List<RoaringBitmap> steps = new ArrayList<>();
        wave.steps().forEach(step -> {
            Expression who = selection.read(step.who().isBlank() ? "true" : step.who());
            read.add(who);
            steps.add(selection.select(who).toBitmap());
        });
        List<Integer> customers = new ArrayList<>();
        if (wave.entry() == WaveEntry.AUDIENCE) {
            selection.select(members).forEach(customers::add);
        } else {
            customers.addAll(responding(campaign, wave));
        }
        Set<DataClass> classes =
                read.stream().map(selection::dataOf).flatMap(Set::stream).collect(Collectors.toSet());
        return new ChosenCustomers(
                customers,
                steps,
                classes.contains(DataClass.BUREAU),
                classes.contains(DataClass.FINANCIAL),
                wave.entry() != WaveEntry.AUDIENCE || read.stream().anyMatch(selection::asksAboutPersons));
    }

    private List<Integer> responding(Campaign campaign, WavePlan wave) {
        List<WavePlan> waves = campaign.plan().waves();
        WavePlan before = waves.get(waves.indexOf(wave) - 1);
        List<Integer> customers = new ArrayList<>();
        dispatches.responses(campaign.code(), codes(campaign, before)).forEach((customer, response) -> {
            boolean isWanted =
                    switch (wave.entry()) {
                        case AUDIENCE -> false;
                        case SILENT -> response.filter(TELLING::contains).isEmpty();
                        case OPENED ->
                            response.filter(ReceiptEvent.OPENED::equals).isPresent();
                        case ANSWERED ->
                            response.filter(ReceiptEvent.ANSWERED::equals).isPresent();
                    };
            if (isWanted) {
                customers.add(customer);
            }
        });
        return customers;
    }
}
