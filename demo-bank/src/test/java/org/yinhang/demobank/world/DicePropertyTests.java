package org.yinhang.demobank.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DicePropertyTests {

    @Property
    void drawsTheSameWhateverWasDrawnBefore(
            @ForAll long seed, @ForAll @IntRange(max = 1_000) int customer, @ForAll @IntRange(max = 30_000) int day) {
        Dice fresh = new Dice(seed);
        Dice used = new Dice(seed);
        used.about(customer + 1).on(day + 3, Purpose.JOB).bits();
        assertThat(used.about(customer).on(day, Purpose.FORTUNE).bits())
                .isEqualTo(fresh.about(customer).on(day, Purpose.FORTUNE).bits());
    }

    @Property
    void staysBelowItsBound(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000_000) int bound) {
        assertThat(new Dice(seed).about(1).on(1, Purpose.JOB).below(bound)).isBetween(0, bound - 1);
    }

    @Test
    void isUniformAcrossCustomersAndDays() {
        Dice dice = new Dice(3);
        int[] cells = new int[16];
        int draws = 64_000;
        for (int i = 0; i < draws; i++) {
            cells[(int) (dice.about(i % 253).on(i / 253, Purpose.SPENDING).uniform() * 16)]++;
        }
        double chi = 0;
        for (int cell : cells) {
            chi += (cell - draws / 16.0) * (cell - draws / 16.0) / (draws / 16.0);
        }
        assertThat(chi).as("15 degrees of freedom").isLessThan(37.7);
    }

    @Test
    void hasANearNormalDraw() {
        Dice dice = new Dice(4);
        double sum = 0;
        double squares = 0;
        int draws = 50_000;
        for (int i = 0; i < draws; i++) {
            double z = dice.about(i).on(1, Purpose.TEMPER).normal();
            sum += z;
            squares += z * z;
        }
        assertThat(sum / draws).isCloseTo(0, within(0.02));
        assertThat(squares / draws).isCloseTo(1, within(0.03));
    }
}
