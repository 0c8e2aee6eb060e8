package org.yinhang.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.yinhang.audience.PassRate;
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.BenefitState;
import org.yinhang.benefit.Benefits;
import org.yinhang.campaign.internal.CampaignAudience;
import org.yinhang.campaign.internal.ChosenCustomers;
import org.yinhang.campaign.internal.ExposureRepository;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.policy.CapacityLeft;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.unit.Money;
import org.yinhang.reach.Channel;
import org.yinhang.reach.Channels;
import org.yinhang.reach.Creative;
import org.yinhang.reach.MessageText;
import org.yinhang.reach.OfferTerms;
import org.yinhang.shared.BusinessClock;

/** What is looked at before a launch: the plan itself, texts, senders, channels, guards on a part of the audience, power. */
@Service
public class LaunchChecks {

    private static final int ASKED = 1_000;
    private static final double FEW = 0.2;
    private static final double HALF = 0.5;

    private final CampaignAudience audience;
    private final CampaignProduct products;
    private final Creatives creatives;
    private final Channels channels;
    private final Benefits benefits;
    private final DatedRules rules;
    private final ContactDesk desk;
    private final ExposureRepository exposures;
    private final BusinessClock clock;

    LaunchChecks(
            CampaignAudience audience,
            CampaignProduct products,
            Creatives creatives,
            Channels channels,
            Benefits benefits,
            DatedRules rules,
            ContactDesk desk,
            ExposureRepository exposures,
            BusinessClock clock) {
        this.audience = audience;
        this.products = products;
        this.creatives = creatives;
        this.channels = channels;
        this.benefits = benefits;
        this.rules = rules;
        this.desk = desk;
        this.exposures = exposures;
        this.clock = clock;
    }

    /** Every check, those of the plan first. */
    public List<LaunchCheck> of(Campaign campaign) {
        CampaignPlan plan = campaign.plan();
        List<LaunchCheck> checks = new ArrayList<>();
        plan.faults()
                .forEach(fault ->
                        checks.add(new LaunchCheck("plan", LaunchCheck.Level.RED, fault.code() + " " + fault.where())));
        if (!checks.isEmpty()) {
            return checks;
        }
        checks.add(new LaunchCheck("plan", LaunchCheck.Level.GOOD, ""));
        checks.add(check(
                "dates", !plan.endsOn().isBefore(clock.today()), plan.endsOn().toString()));
        checks.add(check("product", products.find(plan.product()).isPresent(), plan.product()));
        // Arms of a wave may share text, channel and sender: each is looked at once.
        steps(plan).flatMap(step -> step(step, plan).stream()).distinct().forEach(checks::add);
        try {
            checks.addAll(figures(plan, rehearse(campaign)));
        } catch (FaultException | PredicateException e) {
            checks.add(new LaunchCheck("audience", LaunchCheck.Level.RED, String.valueOf(e.getMessage())));
        }
        return checks;
    }

    private static Stream<WaveStep> steps(CampaignPlan plan) {
        return plan.waves().stream().flatMap(wave -> wave.steps().stream()).distinct();
    }

    private static LaunchCheck check(String key, boolean isGood, String detail) {
        return new LaunchCheck(key, isGood ? LaunchCheck.Level.GOOD : LaunchCheck.Level.RED, detail);
    }

    private List<LaunchCheck> step(WaveStep step, CampaignPlan plan) {
        String product = plan.product();
        ContactRules inForce = rules.inForce(clock.now().toInstant());
        Optional<CreativeVersion> text = creatives.approved(step.creative()).filter(found -> found.channel()
                .equals(step.channel()));
        List<LaunchCheck> checks = new ArrayList<>();
        String named = step.creative() + " · " + step.channel();
        checks.add(check("approved", text.isPresent(), named));
        text.map(found -> creatives.ready(found, product))
                .ifPresent(
                        ready -> checks.add(check("words", ready.findings() == 0, named + " · " + ready.findings())));
        boolean isRegistered = inForce.senders()
                        .isRegistered(
                                step.channel(),
                                Optional.of(step.sender()).filter(sender -> !sender.isEmpty()),
                                clock.today())
                == Known.YES;
        checks.add(check("sender", isRegistered, step.channel() + " " + step.sender()));
        promise(step, text, plan).ifPresent(checks::add);
        checks.add(check(
                "channel", channels.find(step.channel()).filter(Channel::isOpen).isPresent(), step.channel()));
        return checks;
    }

    /** A text that speaks of a benefit has one, which goes with the product and may be promised as long as messages leave. */
    private Optional<LaunchCheck> promise(WaveStep step, Optional<CreativeVersion> text, CampaignPlan plan) {
        boolean isSpokenOf = text.map(found -> new MessageText(found.subject() + found.text()))
                .filter(said -> said.used().stream().anyMatch(MessageText.OF_BENEFIT::contains))
                .isPresent();
        if (step.benefit().isEmpty()) {
            return isSpokenOf
                    ? Optional.of(new LaunchCheck("benefit", LaunchCheck.Level.RED, step.creative()))
                    : Optional.empty();
        }
        Optional<Benefit> benefit = benefits.find(step.benefit().get())
                .filter(found -> found.state() == BenefitState.OPEN
                        && found.terms().goesWith(plan.product())
                        && !found.terms().from().isAfter(plan.startsOn())
                        && !found.terms().until().isBefore(plan.endsOn()));
        return Optional.of(new LaunchCheck(
                "benefit",
                benefit.isEmpty() || benefit.get().left() == 0
                        ? LaunchCheck.Level.RED
                        : isSpokenOf ? LaunchCheck.Level.GOOD : LaunchCheck.Level.WATCH,
                benefit.map(found -> found.terms().name() + " · " + found.left() + " · "
                                + found.terms().until())
                        .orElse(step.benefit().get())));
    }

    /** Each benefit has to suffice for those its steps may reach; whoever comes too late gets nothing. */
    private List<LaunchCheck> stocks(CampaignPlan plan, LaunchRehearsal rehearsal) {
        long reached = rehearsal.chosen() - rehearsal.control() - rehearsal.heldOut();
        return steps(plan)
                .flatMap(step -> step.benefit().flatMap(benefits::find).stream())
                .distinct()
                .filter(benefit -> benefit.left() < reached)
                .map(benefit -> new LaunchCheck(
                        "stock",
                        LaunchCheck.Level.WATCH,
                        "%s · %,d / %,d".formatted(benefit.terms().name(), benefit.left(), reached)))
                .toList();
    }

    private List<LaunchCheck> figures(CampaignPlan plan, LaunchRehearsal rehearsal) {
        List<LaunchCheck> checks = new ArrayList<>();
        checks.add(check("audience", rehearsal.chosen() > 0, Long.toString(rehearsal.chosen())));
        checks.add(new LaunchCheck(
                "pass",
                rehearsal.passed() == 0
                        ? LaunchCheck.Level.RED
                        : rehearsal.passRate() < FEW ? LaunchCheck.Level.WATCH : LaunchCheck.Level.GOOD,
                rehearsal.passed() + " / " + rehearsal.asked()));
        long withheld = rehearsal.reasons().getOrDefault(ReasonCode.AUTOMATED_DECISION_OPT_OUT.name(), 0L);
        checks.add(new LaunchCheck(
                "neutral",
                withheld > 0 ? LaunchCheck.Level.WATCH : LaunchCheck.Level.GOOD,
                withheld + " / " + rehearsal.asked()));
        checks.add(approval(rehearsal));
        checks.add(new LaunchCheck(
                "budget",
                rehearsal.costFen() > plan.budget().fen() ? LaunchCheck.Level.WATCH : LaunchCheck.Level.GOOD,
                Money.ofFen(rehearsal.costFen()) + " / " + plan.budget()));
        checks.addAll(stocks(plan, rehearsal));
        checks.add(new LaunchCheck(
                "power",
                rehearsal.power().isUseful() ? LaunchCheck.Level.GOOD : LaunchCheck.Level.WATCH,
                rehearsal.power().control() + " / " + rehearsal.power().treated()));
        return checks;
    }

    /** Watched while more touches than not would reach somebody the bank refuses, or while nobody can tell. */
    private static LaunchCheck approval(LaunchRehearsal rehearsal) {
        double rate = rehearsal.approval().rate();
        boolean isKnown = rehearsal.approval().basis() != PassRate.Basis.UNKNOWN;
        return new LaunchCheck(
                "approval",
                isKnown && rate >= HALF ? LaunchCheck.Level.GOOD : LaunchCheck.Level.WATCH,
                isKnown ? String.format(Locale.ROOT, "%.1f%% / %,d", 100 * rate, rehearsal.wasted()) : "–");
    }

    /**
     * Asks the guards of offering about a part of the audience, without lock or trace, and reckons what the first wave comes to.
     *
     * @throws FaultException where the audience cannot be found
     */
    public LaunchRehearsal rehearse(Campaign campaign) {
        CampaignPlan plan = campaign.plan();
        ChosenCustomers chosen = audience.choose(campaign, plan.waves().getFirst());
        ExposureRepository.HoldOut holdOut = exposures.holdOut();
        long heldOut = 0;
        long control = 0;
        List<Integer> treated = new ArrayList<>();
        for (int customer : chosen.customers()) {
            if (holdOut.arm(customer).equals(Assignment.HELD)) {
                heldOut++;
            } else if (Assignment.arm(campaign.salt(), customer, plan.controlPercent(), plan.arms())
                    .equals(Assignment.CONTROL)) {
                control++;
            } else {
                treated.add(customer);
            }
        }
        List<Integer> asked = part(treated);
        Map<String, Long> counts = desk.rehearse(touches(campaign, chosen, asked), Stage.OFFERING);
        Map<String, Long> reasons = new LinkedHashMap<>();
        counts.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue()));
        long dearest = plan.waves().getFirst().steps().stream()
                .mapToLong(WaveStep::costFen)
                .max()
                .orElse(0);
        return new LaunchRehearsal(
                chosen.customers().size(),
                control,
                heldOut,
                asked.size(),
                counts.getOrDefault("", 0L),
                reasons,
                dearest * treated.size(),
                audience.passRate(campaign, treated),
                PowerPlan.of(treated.size(), control, plan.expectedPercent() / 100));
    }

    /** Some of them, spread evenly over all. */
    private static List<Integer> part(List<Integer> customers) {
        int step = Math.max(1, customers.size() / ASKED);
        List<Integer> part = new ArrayList<>();
        for (int i = 0; i < customers.size() && part.size() < ASKED; i += step) {
            part.add(customers.get(i));
        }
        return part;
    }

    private List<Touch> touches(Campaign campaign, ChosenCustomers chosen, List<Integer> asked) {
        CampaignPlan plan = campaign.plan();
        WavePlan wave = plan.waves().getFirst();
        DataUse data = new DataUse(true, chosen.usesFinancial(), chosen.usesBureau(), Optional.empty());
        List<Touch> touches = new ArrayList<>();
        Map<Integer, OfferTerms> offered = products.offered(plan.product(), asked);
        for (int customer : asked) {
            OfferTerms own = Objects.requireNonNull(offered.get(customer));
            OfferTerms offer = chosen.isByPerson() ? own.toOneChosen() : own;
            for (int place = 0; place < wave.steps().size(); place++) {
                if (chosen.steps().get(place).contains(customer)) {
                    touches.add(touch(campaign, wave, wave.steps().get(place), customer, offer, data));
                    break;
                }
            }
        }
        return touches;
    }

    private Touch touch(Campaign campaign, WavePlan wave, WaveStep step, int customer, OfferTerms offer, DataUse data) {
        return new Touch(
                campaign.code() + "/rehearsal/" + customer,
                customer,
                campaign.code(),
                wave.code(),
                products.lender(campaign.plan().product()),
                step.channel(),
                offer.data(data),
                CampaignProduct.LIMITS,
                Optional.of(offer.admission()),
                offer.price(products.caps(campaign.plan().product())),
                creatives
                        .approved(step.creative())
                        .map(found -> creatives.ready(found, campaign.plan().product()))
                        .map(Creative::copy),
                Optional.of(step.sender()).filter(sender -> !sender.isEmpty()),
                Optional.empty(),
                Optional.of(new Conflict.None()),
                Optional.of(new CapacityLeft(
                        campaign.plan().most(), campaign.plan().budget(), Money.ofFen(step.costFen()))));
    }
}
