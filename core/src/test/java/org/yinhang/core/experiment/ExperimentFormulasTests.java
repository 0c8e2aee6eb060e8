package org.yinhang.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExperimentFormulasTests {

    /** The figures R's help for power.prop.test prints. */
    @Test
    void sizeAndPowerAreThoseOfThePublishedExamples() {
        assertThat(new Power(0.05, 0.9).unitsForShares(0.5, 0.75)).isCloseTo(76.7, within(0.05));
        assertThat(Power.ofShares(50, 0.5, 0.75, 0.05)).isCloseTo(0.740, within(5e-4));
        // 2 (1.959964 + 1.281552)² for one standard deviation.
        assertThat(new Power(0.05, 0.9).unitsForMeans(1, 1)).isCloseTo(21.0148, within(1e-3));
        assertThat(Power.ofMeans(21.0148, 21.0148, 1, 1, 0.05)).isCloseTo(0.9, within(1e-5));
    }

    @Test
    void theSmallestLiftIsTheOneItsSizeFinds() {
        double lift = Power.USUAL.smallestLift(10_000, 0.05);
        assertThat(Power.USUAL.unitsForShares(0.05, 0.05 * (1 + lift))).isCloseTo(10_000, within(1.0));
    }

    @Property(tries = 300)
    void momentsAreTheSameHoweverTheUnitsAreCut(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        Moments whole = Moments.NONE;
        Moments first = Moments.NONE;
        Moments second = Moments.NONE;
        for (int i = 0; i < values.size(); i++) {
            double other = values.get(values.size() - 1 - i);
            whole = whole.plus(values.get(i), other);
            if (i % 3 == 0) {
                first = first.plus(values.get(i), other);
            } else {
                second = second.plus(values.get(i), other);
            }
        }
        Moments joined = first.plus(second);
        double scale = 1e-9 * (1 + whole.squares());
        assertThat(joined.count()).isEqualTo(whole.count());
        assertThat(joined.mean()).isCloseTo(whole.mean(), within(1e-6));
        assertThat(joined.squares()).isCloseTo(whole.squares(), within(scale));
        assertThat(joined.products()).isCloseTo(whole.products(), within(scale));
    }

    @Test
    void successesAreAMetricOfZeroAndOne() {
        Moments counted = Moments.NONE.plus(1).plus(0).plus(0).plus(1).plus(1);
        Moments stated = Moments.ofSuccesses(3, 5);
        assertThat(stated.mean()).isEqualTo(counted.mean());
        assertThat(stated.variance()).isCloseTo(counted.variance(), within(1e-15));
    }

    @Test
    void whatAnIdenticalCovariateExplainsIsEverything() {
        SplittableRandom dice = new SplittableRandom(3);
        Moments control = Moments.NONE;
        Moments arm = Moments.NONE;
        for (int i = 0; i < 500; i++) {
            double before = dice.nextDouble();
            control = control.plus(before, before);
            before = dice.nextDouble();
            arm = arm.plus(before + 0.3, before);
        }
        Effect effect = Effect.ofAdjustedMeans(control, arm);
        assertThat(effect.difference()).isCloseTo(0.3, within(1e-12));
        assertThat(effect.error()).isCloseTo(0, within(1e-7));
    }

    @Test
    void aConstantCovariateExplainsNothing() {
        Moments control = Moments.NONE.plus(1, 5).plus(2, 5).plus(4, 5);
        Moments arm = Moments.NONE.plus(3, 5).plus(5, 5).plus(9, 5);
        assertThat(Effect.ofAdjustedMeans(control, arm)).isEqualTo(Effect.ofMeans(control, arm));
    }

    /** The textbook's four p-values, by hand. */
    @Test
    void severalTestsAtOnceAreCorrected() {
        double[] values = {0.01, 0.04, 0.03, 0.005};
        assertThat(MultipleTests.HOLM.adjusted(values))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(MultipleTests.BENJAMINI_HOCHBERG.adjusted(values))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
    }

    @Test
    void aRatioFarFromThePlanRaisesAnAlarmAndANearOneDoesNot() {
        assertThat(SampleRatio.of(List.of(50_000L, 52_000L), List.of(1.0, 1.0)).isAlarm())
                .isTrue();
        SampleRatio near = SampleRatio.of(List.of(50_000L, 50_300L), List.of(1.0, 1.0));
        assertThat(near.isAlarm()).isFalse();
        // (150² / 50150) · 2 = 0.897, one degree of freedom.
        assertThat(near.pValue()).isCloseTo(0.3435, within(1e-3));
        assertThat(SampleRatio.of(List.of(900L, 100L), List.of(9.0, 1.0)).pValue())
                .isEqualTo(1);
        assertThat(SampleRatio.of(List.of(0L, 0L), List.of(1.0, 1.0)).anyTimePValue())
                .isEqualTo(1);
        assertThatThrownBy(() -> SampleRatio.of(List.of(1L), List.of(1.0))).hasMessageContaining("at least 2");
    }

    @Test
    void aGuardrailIsSafeBrokenOrOpen() {
        Guardrail income = new Guardrail(0.02, Guardrail.Direction.FALL);
        assertThat(income.verdict(new Range(-0.01, 0.05))).isEqualTo(Guardrail.Verdict.SAFE);
        assertThat(income.verdict(new Range(-0.09, -0.03))).isEqualTo(Guardrail.Verdict.BROKEN);
        assertThat(income.verdict(new Range(-0.09, 0.05))).isEqualTo(Guardrail.Verdict.OPEN);
        Guardrail complaints = new Guardrail(0.1, Guardrail.Direction.RISE);
        assertThat(complaints.verdict(new Range(-0.2, 0.05))).isEqualTo(Guardrail.Verdict.SAFE);
        assertThat(complaints.verdict(new Range(0.2, 0.5))).isEqualTo(Guardrail.Verdict.BROKEN);
    }

    @Property(tries = 200)
    void theRangeAtAnyTimeIsNarrowestNearThePlannedSize(
            @ForAll @DoubleRange(min = 0.001, max = 0.2) @Scale(3) double alpha) {
        AnyTime any = new AnyTime(alpha, 10_000, 100);
        double planned = width(any, 10_000, 10_000);
        for (long tuned : List.of(2_000L, 5_000L, 20_000L, 60_000L)) {
            assertThat(width(new AnyTime(alpha, tuned, 100), 10_000, 10_000)).isGreaterThanOrEqualTo(planned - 1e-3);
        }
        assertThat(any.reach(10_000)).isGreaterThan(Power.point(1 - alpha / 2));
    }

    private static double width(AnyTime any, long units, long scale) {
        return any.reach(units) * Math.sqrt((double) scale / units);
    }

    @Property(tries = 300)
    void theRangeLeavesOutZeroExactlyWhenThePValueIsBelowTheLevel(
            @ForAll @DoubleRange(min = -6, max = 6) double z,
            @ForAll @DoubleRange(min = 0.01, max = 3) double progress) {
        AnyTime any = new AnyTime(0.05, 10_000, 100);
        long units = Math.max(1, Math.round(10_000 * progress));
        Effect effect = new Effect(0, z, 1, Double.NaN);
        double p = any.pValue(effect, units);
        if (Math.abs(p - 0.05) > 1e-9) {
            assertThat(any.range(effect, units).contains(0)).isEqualTo(p > 0.05);
        }
    }
}
