package org.yinhang.core.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges an experiment of one control and one or several arms by a goal and guardrails. */
public final class Experiment {

    private Experiment() {}

    /**
     * An arm as it stands.
     *
     * @param name what it is called
     * @param share planned share of the units, in any unit
     * @param goal the goal and its companion
     * @param guardrails the guardrail metrics by name
     */
    public record Arm(String name, double share, Moments goal, Map<String, Moments> guardrails) {

        public Arm {
            guardrails = Map.copyOf(guardrails);
        }
    }

    /** What the companion of the goal is. */
    public enum Companion {
        /** There is none. */
        NONE,
        /** A covariate from before the experiment: the goal is adjusted for it. */
        COVARIATE,
        /** The denominator: the goal is a ratio of sums. */
        DENOMINATOR
    }

    /**
     * How it is judged; to be fixed before looking.
     *
     * @param alpha chance of error over all arms
     * @param planned units over control and one arm at which the ranges are to be narrowest
     * @param earliest units in each arm before which nothing is said
     * @param companion what the goal's companion is
     * @param correction for several arms
     * @param guardrails what must not get worse, by name
     */
    public record Settings(
            double alpha,
            long planned,
            long earliest,
            Companion companion,
            MultipleTests correction,
            Map<String, Guardrail> guardrails) {

        public Settings {
            guardrails = Map.copyOf(guardrails);
        }
    }

    /**
     * Judges what is in so far; may be asked as often as one likes.
     *
     * @throws IllegalArgumentException when there is no arm beside control
     */
    public static ExperimentReport judge(Arm control, List<Arm> arms, Settings settings) {
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("arms: none (expected: at least one beside control)");
        }
        List<Arm> all = new ArrayList<>(List.of(control));
        all.addAll(arms);
        SampleRatio ratio = SampleRatio.of(
                all.stream().map(arm -> arm.goal().count()).toList(),
                all.stream().map(Arm::share).toList());
        AnyTime each = new AnyTime(settings.alpha(), settings.planned(), settings.earliest()).shared(arms.size());
        List<Effect> effects = arms.stream()
                .map(arm -> effect(control.goal(), arm.goal(), settings))
                .toList();
        double[] pValues = effects.stream().mapToDouble(Effect::pValue).toArray();
        double[] anyTime = new double[arms.size()];
        for (int i = 0; i < anyTime.length; i++) {
            Moments goal = arms.get(i).goal();
            anyTime[i] = each.speaks(control.goal(), goal)
                    ? each.pValue(effects.get(i), control.goal().count() + goal.count())
                    : 1;
        }
        double[] corrected = settings.correction().adjusted(pValues);
        double[] correctedAnyTime = settings.correction().adjusted(anyTime);
        List<ExperimentReport.ArmReport> reports = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            reports.add(report(
                    control,
                    arms.get(i),
                    effects.get(i),
                    new ExperimentReport.Chances(pValues[i], corrected[i], anyTime[i], correctedAnyTime[i]),
                    each,
                    settings));
        }
        return new ExperimentReport(control.name(), control.goal().count(), ratio, reports);
    }

    private static Effect effect(Moments control, Moments arm, Settings settings) {
        return switch (settings.companion()) {
            case NONE -> Effect.ofMeans(control, arm);
            case COVARIATE -> Effect.ofAdjustedMeans(control, arm);
            case DENOMINATOR -> Effect.ofRatios(control, arm);
        };
    }

    private static ExperimentReport.ArmReport report(
            Arm control, Arm arm, Effect effect, ExperimentReport.Chances chances, AnyTime each, Settings settings) {
        long units = control.goal().count() + arm.goal().count();
        boolean speaks = each.speaks(control.goal(), arm.goal());
        Optional<Range> anyTime = speaks ? Optional.of(each.range(effect, units)) : Optional.empty();
        Optional<Double> reduction = settings.companion() == Companion.COVARIATE
                ? Optional.of(1
                        - square(effect.error()
                                / Effect.ofMeans(control.goal(), arm.goal()).error()))
                : Optional.empty();
        Map<String, ExperimentReport.GuardrailReport> guardrails = new TreeMap<>();
        settings.guardrails().forEach((name, guardrail) -> {
            Moments before = control.guardrails().getOrDefault(name, Moments.NONE);
            Moments now = arm.guardrails().getOrDefault(name, Moments.NONE);
            Effect moved = Effect.ofMeans(before, now);
            guardrails.put(
                    name,
                    new ExperimentReport.GuardrailReport(
                            guardrail,
                            moved,
                            each.speaks(before, now)
                                    ? guardrail.verdict(each.liftRange(moved, before.count() + now.count()))
                                    : Guardrail.Verdict.OPEN));
        });
        return new ExperimentReport.ArmReport(
                arm.name(),
                arm.goal().count(),
                effect,
                effect.fixed(settings.alpha()),
                anyTime,
                anyTime.map(range -> each.liftRange(effect, units)),
                chances,
                reduction,
                guardrails,
                anyTime.map(Experiment::verdict).orElse(ExperimentReport.Verdict.OPEN));
    }

    private static ExperimentReport.Verdict verdict(Range range) {
        if (range.low() > 0) {
            return ExperimentReport.Verdict.MORE;
        }
        return range.high() < 0 ? ExperimentReport.Verdict.LESS : ExperimentReport.Verdict.OPEN;
    }

    private static double square(double value) {
        return value * value;
    }
}
