package org.yinhang.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExperimentTests {

    private static final Guardrail COMPLAINTS = new Guardrail(0.2, Guardrail.Direction.RISE);

    private static Experiment.Settings settings(Experiment.Companion companion) {
        return new Experiment.Settings(
                0.05, 20_000, 100, companion, MultipleTests.HOLM, Map.of("complaints", COMPLAINTS));
    }

    private static Experiment.Arm arm(String name, double rate, double complaints, long units) {
        return new Experiment.Arm(
                name,
                1,
                Moments.ofSuccesses(Math.round(units * rate), units),
                Map.of("complaints", Moments.ofSuccesses(Math.round(units * complaints), units)));
    }

    @Test
    void tellsWhichArmsHaveMoreAndWhichGuardrailsBreak() {
        ExperimentReport report = Experiment.judge(
                arm("none", 0.05, 0.10, 10_000),
                List.of(arm("sms", 0.052, 0.10, 10_000), arm("call", 0.08, 0.20, 10_000)),
                settings(Experiment.Companion.NONE));
        assertThat(report.ratio().isAlarm()).isFalse();
        ExperimentReport.ArmReport sms = report.arms().getFirst();
        ExperimentReport.ArmReport call = report.arms().getLast();
        assertThat(sms.verdict()).isEqualTo(ExperimentReport.Verdict.OPEN);
        assertThat(call.verdict()).isEqualTo(ExperimentReport.Verdict.MORE);
        assertThat(call.guardrails().get("complaints"))
                .extracting(ExperimentReport.GuardrailReport::verdict)
                .isEqualTo(Guardrail.Verdict.BROKEN);
        assertThat(sms.guardrails().get("complaints"))
                .extracting(ExperimentReport.GuardrailReport::verdict)
                .isEqualTo(Guardrail.Verdict.SAFE);
        assertThat(call.chances().fixedCorrected()).isCloseTo(2 * call.chances().fixed(), tiny());
        assertThat(call.anyTime().orElseThrow().low()).isLessThan(call.fixed().low());
    }

    private static Offset<Double> tiny() {
        return within(1e-12);
    }

    @Test
    void saysNothingWhileTooFewAreIn() {
        ExperimentReport report = Experiment.judge(
                arm("none", 0.0, 0, 60), List.of(arm("call", 1.0, 0, 60)), settings(Experiment.Companion.NONE));
        assertThat(report.arms().getFirst().anyTime()).isEmpty();
        assertThat(report.arms().getFirst().verdict()).isEqualTo(ExperimentReport.Verdict.OPEN);
        assertThat(report.arms().getFirst().chances().anyTime()).isEqualTo(1);
    }

    @Test
    void reportsHowMuchOfTheVarianceTheCovariateTookOut() {
        Random random = new Random(2);
        Moments control = Moments.NONE;
        Moments other = Moments.NONE;
        for (int i = 0; i < 5_000; i++) {
            double before = random.nextGaussian();
            control = control.plus(before + random.nextGaussian(), before);
            before = random.nextGaussian();
            other = other.plus(before + random.nextGaussian() + 0.2, before);
        }
        ExperimentReport report = Experiment.judge(
                new Experiment.Arm("a", 1, control, Map.of()),
                List.of(new Experiment.Arm("b", 1, other, Map.of())),
                new Experiment.Settings(
                        0.05, 10_000, 100, Experiment.Companion.COVARIATE, MultipleTests.HOLM, Map.of()));
        assertThat(report.arms().getFirst().varianceReduction().orElseThrow()).isBetween(0.45, 0.55);
        assertThat(report.arms().getFirst().verdict()).isEqualTo(ExperimentReport.Verdict.MORE);
    }
}
