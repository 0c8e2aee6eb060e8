package org.yinhang.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The smallest difference is found about as often as promised. */
class PowerPlanTests {

    @Test
    void fourInFiveSimulatedTestsFindIt() {
        PowerPlan plan = PowerPlan.of(8_000, 2_000, 0.05);
        SplittableRandom dice = new SplittableRandom(3);
        int found = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            double treated = share(dice, 8_000, 0.05 + plan.smallest());
            double control = share(dice, 2_000, 0.05);
            double pooled = (treated * 8_000 + control * 2_000) / 10_000;
            double deviation = Math.sqrt(pooled * (1 - pooled) * (1.0 / 8_000 + 1.0 / 2_000));
            found += Math.abs(treated - control) / deviation > 1.959964 ? 1 : 0;
        }
        assertThat((double) found / runs).isCloseTo(0.80, within(0.05));
    }

    private static double share(SplittableRandom dice, int customers, double chance) {
        int yes = 0;
        for (int i = 0; i < customers; i++) {
            yes += dice.nextDouble() < chance ? 1 : 0;
        }
        return (double) yes / customers;
    }

    @Test
    void withoutAControlGroupNothingIsShown() {
        assertThat(PowerPlan.of(1_000, 0, 0.05).isUseful()).isFalse();
        assertThat(PowerPlan.of(80_000, 20_000, 0.05).isUseful()).isTrue();
        assertThat(PowerPlan.of(80, 20, 0.05).isUseful()).isFalse();
    }
}
