package org.yinhang.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.Campaigns;
import org.yinhang.core.experiment.AnyTime;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Experiment;
import org.yinhang.core.experiment.Guardrail;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.experiment.MultipleTests;
import org.yinhang.core.experiment.Range;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.increment.ArmCustomer;
import org.yinhang.lake.increment.ArmGoal;
import org.yinhang.lake.increment.ArmHarm;
import org.yinhang.lake.increment.ArmReport;
import org.yinhang.lake.increment.ArmRun;
import org.yinhang.shared.BusinessClock;

/**
 * The experiments campaigns are: arms that chance made, compared by what their customers did afterwards. Everybody assigned counts,
 * whether the contact then happened or not. May be looked at any time.
 */
@Component
public class CampaignExperiments {

    private static final double ALPHA = 0.05;

    /** Units in each arm before which a normal error cannot be counted on. */
    private static final long EARLIEST = 100;

    /** By what share of the control's a harm may rise. */
    private static final double MARGIN = 0.10;

    private static final int KEPT = 16;

    private final Campaigns campaigns;
    private final Lake lake;
    private final BusinessClock clock;
    private final KeptAnswers<Asked, ArmReport> kept = new KeptAnswers<>(KEPT);

    private record Asked(long snapshot, LocalDate day, String campaign, ArmGoal goal, long assigned) {}

    CampaignExperiments(Campaigns campaigns, Lake lake, BusinessClock clock) {
        this.campaigns = campaigns;
        this.lake = lake;
        this.clock = clock;
    }

    /** The launched campaigns that have more than one arm, the latest first. */
    public List<Campaign> all() {
        return campaigns.launched().stream()
                .filter(campaign -> campaigns.plannedShares(campaign).size() > 1)
                .toList();
    }

    /** One of them. */
    public Optional<Campaign> find(String code) {
        return campaigns
                .find(code)
                .filter(campaign -> campaign.launchedAt().isPresent()
                        && campaigns.plannedShares(campaign).size() > 1);
    }

    /** What the arms show so far, judged by a goal. */
    public JudgedCampaign judge(Campaign campaign, ArmGoal goal) {
        Map<String, Double> shares = campaigns.plannedShares(campaign);
        ArmReport report = report(campaign, goal);
        List<String> names = new ArrayList<>(shares.keySet());
        String base = names.removeFirst();
        Experiment.Settings settings = new Experiment.Settings(
                ALPHA,
                planned(campaign.plan(), shares, base, names),
                EARLIEST,
                Experiment.Companion.COVARIATE,
                MultipleTests.HOLM,
                guardrails());
        return new JudgedCampaign(
                campaign,
                goal,
                base,
                shares,
                report.counts(),
                campaigns.sampleRatio(campaign),
                Experiment.judge(
                        arm(base, shares, report),
                        names.stream().map(name -> arm(name, shares, report)).toList(),
                        settings),
                steps(report, base, names, settings));
    }

    private ArmReport report(Campaign campaign, ArmGoal goal) {
        Snapshot snapshot = lake.current();
        AsOf asOf = KnownDay.of(snapshot, clock);
        long assigned = campaigns.arms(campaign).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return kept.of(new Asked(snapshot.version(), asOf.day(), campaign.code(), goal, assigned), () -> {
            List<ArmCustomer> customers = campaigns.assignments(campaign).stream()
                    .map(one -> new ArmCustomer(
                            one.customer(), ChronoUnit.MICROS.between(Instant.EPOCH, one.at()), one.arm()))
                    .toList();
            return ArmRun.count(lake, snapshot, customers, campaign.plan().product(), goal, asOf, Progress.SILENT);
        });
    }

    private static Map<String, Guardrail> guardrails() {
        Map<String, Guardrail> guardrails = new LinkedHashMap<>();
        for (ArmHarm harm : ArmHarm.values()) {
            guardrails.put(harm.name(), new Guardrail(MARGIN, Guardrail.Direction.RISE));
        }
        return guardrails;
    }

    private static Experiment.Arm arm(String name, Map<String, Double> shares, ArmReport report) {
        Map<String, Moments> harms = new LinkedHashMap<>();
        for (ArmHarm harm : ArmHarm.values()) {
            harms.put(harm.name(), report.harm(name, harm));
        }
        return new Experiment.Arm(name, shares.getOrDefault(name, 1.0), report.goal(name, LocalDate.MAX), harms);
    }

    /** Customers of control and the largest arm that the plan foresees; where ranges are to be narrowest. */
    private static long planned(CampaignPlan plan, Map<String, Double> shares, String base, List<String> names) {
        double whole = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        double largest = names.stream()
                .mapToDouble(name -> shares.getOrDefault(name, 0.0))
                .max()
                .orElse(0);
        return Math.max(2 * EARLIEST, Math.round(plan.most() * (shares.getOrDefault(base, 0.0) + largest) / whole));
    }

    /** What somebody would have seen after each day's assigned, arm by arm. */
    private static List<JudgedCampaign.Step> steps(
            ArmReport report, String base, List<String> names, Experiment.Settings settings) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        report.goals().values().forEach(arm -> days.addAll(arm.keySet()));
        AnyTime each = new AnyTime(settings.alpha(), settings.planned(), settings.earliest()).shared(names.size());
        List<JudgedCampaign.Step> steps = new ArrayList<>();
        for (LocalDate day : days) {
            Map<String, JudgedCampaign.Seen> seen = new LinkedHashMap<>();
            Moments control = report.goal(base, day);
            for (String name : names) {
                Moments arm = report.goal(name, day);
                if (each.speaks(control, arm)) {
                    Effect effect = Effect.ofAdjustedMeans(control, arm);
                    Range range = each.range(effect, control.count() + arm.count());
                    seen.put(name, new JudgedCampaign.Seen(effect.difference(), range));
                }
            }
            steps.add(new JudgedCampaign.Step(day, seen));
        }
        return steps;
    }
}
