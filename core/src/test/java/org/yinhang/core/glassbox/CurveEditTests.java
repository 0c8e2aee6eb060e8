package org.yinhang.core.glassbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinhang.core.binning.NumberBins;
import org.yinhang.core.binning.WordBins;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.CurveEdit.Action;

class CurveEditTests {

    private static final Curve AGE = new Curve(
            NumberBins.of("age", new double[] {999}, new double[] {30, 40, 50}),
            List.of(0.0, 1.0, -0.5, 0.3, -0.1, 0.2),
            Collections.nCopies(6, 0.0),
            List.of(0.1, 0.1, 0.2, 0.1, 0.3, 0.2));

    private static final Curve JOB = new Curve(
            new WordBins("job", List.of("clerk", "nurse")),
            List.of(0.0, 0.4, -0.4, 0.0),
            Collections.nCopies(4, 0.0),
            List.of(0.0, 0.5, 0.5, 0.0));

    private static final GlassBox BOX = new GlassBox(-2, List.of(AGE, JOB), List.of());

    private static List<Double> drawn(Action action, int from, int to, double value) {
        return BOX.values(0, List.of(new CurveEdit("age", from, to, action, value)));
    }

    @Test
    void aFlatRangeAddsItsMeanOverTheRows() {
        List<Double> flat = drawn(Action.FLATTEN, 3, 5, 0);
        assertThat(flat.subList(0, 3)).containsExactly(0.0, 1.0, -0.5);
        assertThat(flat.subList(3, 6))
                .allSatisfy(value -> assertThat(value).isEqualTo(flat.get(3)))
                .allSatisfy(value ->
                        assertThat(value).isEqualTo((0.1 * 0.3 + 0.3 * -0.1 + 0.2 * 0.2) / 0.6, within(1e-12)));
    }

    @Test
    void aRisingRangeIsNearestToWhatWasLearned() {
        List<Double> rising = drawn(Action.RISING, 2, 5, 0);
        assertThat(rising.get(2)).isEqualTo(-0.5);
        assertThat(rising.get(3)).isEqualTo(0.0, within(1e-12)).isEqualTo(rising.get(4));
        assertThat(rising.get(5)).isEqualTo(0.2);
        List<Double> falling = drawn(Action.FALLING, 2, 5, 0);
        for (int bin = 3; bin <= 5; bin++) {
            assertThat(falling.get(bin)).isLessThanOrEqualTo(falling.get(bin - 1));
        }
    }

    @Test
    void theInterceptTakesUpTheChangeSoThatOnlyWhatWasDrawnMoves() {
        GlassBox changed = BOX.with(
                List.of(new CurveEdit("age", 0, 0, Action.SET, -1), new CurveEdit("job", 1, 2, Action.FLATTEN, 0)));
        assertThat(changed.score(new int[] {0, 1}, 0)).isEqualTo(-2 - 1 + 0, within(1e-12));
        assertThat(changed.score(new int[] {5, 3}, 0)).isEqualTo(BOX.score(new int[] {5, 3}, 0), within(1e-12));
        double mean = 0;
        for (int bin = 0; bin < 6; bin++) {
            mean += AGE.shares().get(bin) * changed.curves().getFirst().values().get(bin);
        }
        assertThat(mean).isEqualTo(0, within(1e-12));
    }

    @Test
    void twoChangesOfOneCurveAreMadeOneAfterTheOtherAsTheyWereTyped() {
        List<Double> values = BOX.values(
                0, List.of(new CurveEdit("age", 2, 2, Action.SET, 0.5), new CurveEdit("age", 3, 3, Action.SET, 0.7)));
        assertThat(values).containsExactly(0.0, 1.0, 0.5, 0.7, -0.1, 0.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {11, -10.5, Double.NaN, Double.NEGATIVE_INFINITY})
    void noBinAddsMoreThanTheMost(double value) {
        assertThatThrownBy(new CurveEdit("age", 1, 1, Action.SET, value)::checkValue)
                .hasMessageContaining("LRN-1012");
        new CurveEdit("age", 1, 1, Action.SET, CurveEdit.MOST).checkValue();
    }

    @ParameterizedTest
    @CsvSource({
        "age, 3, 2, FLATTEN, 0, LRN-1010",
        "age, 0, 6, FLATTEN, 0, LRN-1010",
        "age, 1, 4, RISING, 0, LRN-1011",
        "job, 1, 2, FALLING, 0, LRN-1011",
        "agee, 1, 1, FLATTEN, 0, LRN-1013"
    })
    void whatCannotBeDrawnIsRefused(String column, int from, int to, Action action, double value, String code) {
        assertThatThrownBy(() -> BOX.with(List.of(new CurveEdit(column, from, to, action, value))))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining(code);
    }
}
