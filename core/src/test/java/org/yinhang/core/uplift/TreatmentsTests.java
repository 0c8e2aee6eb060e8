package org.yinhang.core.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

class TreatmentsTests {

    private static final Table TABLE = Table.of(
            "t",
            List.of(
                    CategoryColumn.of("g", List.of("call", "letter", "none", "call", "none")),
                    NumericColumn.of("old", 1, 0, 0, 0, 0)));

    private static Treatments of(String treated, Optional<String> control) {
        return new Treatments(List.of(Target.parse(treated)), control.map(Target::parse));
    }

    @Test
    void everybodyElseIsControlUnlessSaid() {
        assertThat(of("g=call", Optional.empty()).arms(TABLE)).containsExactly(1, 0, 0, 1, 0);
        assertThat(of("g=call", Optional.of("g=none")).arms(TABLE)).containsExactly(1, -1, 0, 1, 0);
        Treatments several =
                new Treatments(List.of(Target.parse("g=call"), Target.parse("g=letter")), Optional.empty());
        assertThat(several.arms(TABLE)).containsExactly(1, 2, 0, 1, 0);
        assertThat(several.columns()).containsExactly("g");
    }

    @Test
    void refusesConditionsThatHoldNowhereTwiceOrEverywhere() {
        assertThatThrownBy(() -> of("g=calls", Optional.of("g=nobody")).arms(TABLE))
                .hasMessageContaining("g=calls")
                .hasMessageContaining("g=nobody")
                .hasMessageContaining("UPL-1001");
        assertThatThrownBy(() -> of("g=call", Optional.of("old=1")).arms(TABLE)).hasMessageContaining("UPL-1002");
        assertThatThrownBy(() -> of("phone=yes", Optional.empty()).arms(TABLE)).hasMessageContaining("TAB-1004");
        Table allCalled = TABLE.select(new int[] {0, 3});
        assertThatThrownBy(() -> of("g=call", Optional.empty()).arms(allCalled))
                .hasMessageContaining("No row is left for the control group");
    }

    @Test
    void refusesAnArmWithoutBothOutcomes() {
        Table features = Table.of(
                "t",
                List.of(NumericColumn.of(
                        "x", IntStream.range(0, 100).asDoubleStream().toArray())));
        boolean[] outcomes = new boolean[100];
        int[] arms = new int[100];
        for (int row = 0; row < 100; row++) {
            arms[row] = row % 2;
            outcomes[row] = row % 2 == 0 && row % 3 == 0;
        }
        assertThatThrownBy(() -> UpliftTrainer.train(
                        features,
                        outcomes,
                        arms,
                        SimulatedTrial.CALL,
                        UpliftSettings.byLot(UpliftKind.T, ModelKind.LOGISTIC, 1)))
                .hasMessageContaining("UPL-1004")
                .hasMessageContaining("0 successes");
    }

    @Test
    void knowsItsLearnersByName() {
        assertThat(UpliftKind.named("DR")).isEqualTo(UpliftKind.DR);
        assertThatThrownBy(() -> UpliftKind.named("clas"))
                .hasMessageContaining("UPL-1003")
                .hasMessageContaining("Did you mean 'class'?");
    }
}
