package org.yinhang.campaign.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.campaign.Assignment;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.CampaignProduct;
import org.yinhang.campaign.CampaignWave;
import org.yinhang.campaign.CreativeVersion;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.product.Product;
import org.yinhang.reach.Channels;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.OfferTerms;
import org.yinhang.reach.PlannedTouch;
import org.yinhang.shared.BusinessClock;

/**
 * Puts a wave on its way: whom it is about, who of them is held out or left for comparison, what each is offered, and the
 * queues of its channels. Nothing leaves before all are queued; killed in between, it goes on where it stopped.
 */
@Component
public class WavePreparation {

    private static final int CHUNK = 1_000;

    private final CampaignAudience audience;
    private final CampaignRepository campaigns;
    private final ExposureRepository exposures;
    private final CampaignProduct products;
    private final Creatives creatives;
    private final Dispatches dispatches;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    WavePreparation(
            CampaignAudience audience,
            CampaignRepository campaigns,
            ExposureRepository exposures,
            CampaignProduct products,
            Creatives creatives,
            Dispatches dispatches,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.audience = audience;
        this.campaigns = campaigns;
        this.exposures = exposures;
        this.products = products;
        this.creatives = creatives;
        this.dispatches = dispatches;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many customers went where. */
    private static final class Tally {
        private long control;
        private long heldOut;
        private long unreached;
    }

    /**
     * Prepares a wave and lets it go.
     *
     * @return its figures; not prepared where the campaign was paused or stopped meanwhile
     * @throws FaultException {@code CAM-4001} when a step's text is not approved any more
     */
    public CampaignWave prepare(Campaign campaign, CampaignWave due, Progress progress) {
        WavePlan wave = campaign.plan().waves().stream()
                .filter(plan -> plan.code().equals(due.wave())
                        || DispatchCodes.run(plan, due.dueOn(), true).equals(due.wave()))
                .findFirst()
                .orElseThrow();
        boolean isLate = wave.entry().isOpenEnded() && !wave.code().equals(due.wave());
        ChosenCustomers chosen = isLate ? late(campaign, wave) : audience.choose(campaign, wave);
        List<Dispatch> open = open(campaign, wave, due, chosen);
        Tally tally = new Tally();
        List<Integer> customers = chosen.customers();
        for (int from = 0; from < customers.size(); from += CHUNK) {
            List<Integer> chunk = customers.subList(from, Math.min(from + CHUNK, customers.size()));
            queue(campaign, wave, due, chosen, open, chunk, tally);
            progress.report("排队 queueing", from + chunk.size(), customers.size());
        }
        CampaignWave prepared = new CampaignWave(
                due.wave(), due.dueOn(), true, customers.size(), tally.control, tally.heldOut, tally.unreached);
        Boolean isGone = transaction.execute(_ -> letGo(campaign, open, prepared));
        return Boolean.TRUE.equals(isGone) ? prepared : due;
    }

    /**
     * Who came to what a wave is for since it was prepared, and gets something of it in their arm.
     *
     * @param wave one for those who opened or answered
     * @throws FaultException as {@link CampaignAudience#choose}
     */
    ChosenCustomers late(Campaign campaign, WavePlan wave) {
        ChosenCustomers chosen = audience.choose(campaign, wave);
        Set<Integer> present = dispatches.present(campaign.code(), audience.codes(campaign, wave), chosen.customers());
        Map<Integer, String> arms = new HashMap<>();
        exposures.all(campaign.code()).forEach(assigned -> arms.put(assigned.customer(), assigned.arm()));
        return new ChosenCustomers(
                chosen.customers().stream()
                        .filter(customer -> !present.contains(customer)
                                && step(wave, chosen.steps(), customer, arms.getOrDefault(customer, "")) >= 0)
                        .toList(),
                chosen.steps(),
                chosen.usesBureau(),
                chosen.usesFinancial(),
                chosen.isByPerson());
    }

    private boolean letGo(Campaign campaign, List<Dispatch> open, CampaignWave prepared) {
        if (!campaigns.holdRunning(campaign.id())) {
            return false;
        }
        open.forEach(dispatch -> dispatches.run(dispatch, campaign.owner()));
        campaigns.prepared(campaign.id(), prepared, clock.realInstant());
        return true;
    }

    private List<Dispatch> open(Campaign campaign, WavePlan wave, CampaignWave due, ChosenCustomers chosen) {
        CampaignPlan plan = campaign.plan();
        String product = products.find(plan.product()).map(Product::zh).orElse("");
        DataUse data = new DataUse(true, chosen.usesFinancial(), chosen.usesBureau(), Optional.empty());
        List<Dispatch> open = new ArrayList<>();
        for (int place = 0; place < wave.steps().size(); place++) {
            WaveStep step = wave.steps().get(place);
            CreativeVersion approved = creatives
                    .approved(step.creative())
                    .filter(found -> found.channel().equals(step.channel()))
                    .orElseThrow(() -> new FaultException(Fault.of(
                            "CAM-4001",
                            "The text of a step is not approved for its channel.",
                            wave.code() + " " + step.creative(),
                            "Have it approved, or choose another.")));
            long begun = begun(campaign, wave, step.channel());
            open.add(dispatches.open(
                    new DispatchTerms(
                            campaign.code(),
                            DispatchCodes.of(due.wave(), place),
                            step.channel(),
                            plan.priority(),
                            products.lender(plan.product()),
                            data,
                            CampaignProduct.LIMITS,
                            step.sender(),
                            Channels.isByPeople(step.channel())
                                    || step.channel().equals("wecom"),
                            creatives.ready(approved, plan.product()),
                            Optional.empty(),
                            product,
                            products.caps(plan.product()),
                            Money.ofFen(step.costFen()),
                            plan.budget().minus(Money.ofFen(step.costFen()).times(begun)),
                            plan.most() - begun,
                            step.benefit()),
                    campaign.owner()));
        }
        return open;
    }

    /** Touches of a wave that had an attempt through a channel so far: parts for latecomers share capacity and budget with it. */
    private long begun(Campaign campaign, WavePlan wave, String channel) {
        if (!wave.entry().isOpenEnded()) {
            return 0;
        }
        Set<String> codes = audience.codes(campaign, wave);
        return dispatches.of(campaign.code()).stream()
                .filter(known -> codes.contains(known.terms().wave())
                        && known.terms().channel().equals(channel))
                .mapToLong(Dispatch::begun)
                .sum();
    }

    private void queue(
            Campaign campaign,
            WavePlan wave,
            CampaignWave due,
            ChosenCustomers chosen,
            List<Dispatch> open,
            List<Integer> chunk,
            Tally tally) {
        // The business instant: what became of customers is reckoned from it.
        Instant now = clock.now().toInstant();
        ExposureRepository.HoldOut holdOut = exposures.holdOut();
        Map<Integer, String> held =
                exposures.assign(Assignment.HOLD_OUT, chunk, holdOut::arm, holdOut::probability, now);
        CampaignPlan plan = campaign.plan();
        Map<Integer, String> arms = exposures.assign(
                campaign.code(),
                chunk.stream()
                        .filter(customer -> Assignment.FREE.equals(held.get(customer)))
                        .toList(),
                customer -> Assignment.arm(campaign.salt(), customer, plan.controlPercent(), plan.arms()),
                arm -> Assignment.probability(arm, plan.controlPercent(), plan.arms()),
                now);
        tally.heldOut += chunk.size() - arms.size();
        // Tags may have changed since a first try that was interrupted: who is queued stays in their step. A triggered
        // campaign leaves alone whom it reached lately.
        Set<String> codes = plan.isTriggered()
                ? DispatchCodes.within(wave, due.dueOn(), plan.repeatDays())
                : audience.codes(campaign, wave);
        Set<Integer> present = dispatches.present(campaign.code(), codes, chunk);
        Map<Integer, List<Integer>> queues = new HashMap<>();
        arms.forEach((customer, arm) -> {
            if (arm.equals(Assignment.CONTROL)) {
                tally.control++;
            } else if (!present.contains(customer)) {
                int step = step(wave, chosen.steps(), customer, arm);
                if (step < 0) {
                    tally.unreached++;
                } else {
                    queues.computeIfAbsent(step, _ -> new ArrayList<>()).add(customer);
                }
            }
        });
        queues.forEach((step, reached) -> {
            Map<Integer, OfferTerms> offered = products.offered(plan.product(), reached);
            dispatches.queue(
                    open.get(step),
                    reached.stream()
                            .map(customer -> new PlannedTouch(
                                    customer,
                                    Objects.requireNonNull(arms.get(customer)),
                                    Optional.ofNullable(offered.get(customer))
                                            .map(offer -> chosen.isByPerson() ? offer.toOneChosen() : offer)))
                            .toList());
        });
    }

    private static int step(WavePlan wave, List<RoaringBitmap> steps, int customer, String arm) {
        for (int place = 0; place < steps.size(); place++) {
            WaveStep step = wave.steps().get(place);
            boolean isForArm = step.arm().isEmpty() || step.arm().equals(arm);
            if (isForArm && steps.get(place).contains(customer)) {
                return place;
            }
        }
        return -1;
    }
}
