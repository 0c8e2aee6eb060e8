package org.yinhang.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Worlds whose true answer is known: the old rule takes the better risks more often, so what is seen flatters. */
class OffPolicyTests {

    private static final int ROWS = 4_000;
    private static final int WORLDS = 200;

    /** A world: risk x, taken with a chance that falls with x, outcome 1 with chance 0.1 + 0.5 x. */
    private static final class World {

        final double[] risk = new double[ROWS];
        final boolean[] known = new boolean[ROWS];
        final double[] outcomes = new double[ROWS];
        final double[] propensities = new double[ROWS];
        final double[] expected = new double[ROWS];

        World(long seed) {
            Random random = new Random(seed);
            for (int row = 0; row < ROWS; row++) {
                risk[row] = random.nextDouble();
                propensities[row] = 0.9 - 0.8 * risk[row];
                known[row] = random.nextDouble() < propensities[row];
                outcomes[row] = random.nextDouble() < chance(risk[row]) ? 1 : 0;
                expected[row] = chance(risk[row]);
            }
        }

        static double chance(double risk) {
            return 0.1 + 0.5 * risk;
        }

        boolean[] upTo(double most) {
            boolean[] taken = new boolean[ROWS];
            for (int row = 0; row < ROWS; row++) {
                taken[row] = risk[row] <= most;
            }
            return taken;
        }

        OffPolicy study() {
            return new OffPolicy(known, outcomes, propensities, expected);
        }
    }

    @Test
    void everybodysOutcomeIsFoundThoughTheGoodOnesAreSeenMoreOften() {
        int robust = 0;
        int weighed = 0;
        double naive = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            OffPolicy.Mean mean = world.study().mean(world.upTo(1));
            robust += mean.doublyRobust().interval().contains(0.35) ? 1 : 0;
            weighed += mean.inversePropensity().interval().contains(0.35) ? 1 : 0;
            naive += seen(world);
        }
        assertThat(naive / WORLDS).as("what was seen").isLessThan(0.3);
        assertThat(robust).as("intervals of 200 that hold the truth").isBetween(180, 199);
        assertThat(weighed).isBetween(180, 199);
    }

    @Test
    void aWrongModelIsMendedByRightPropensitiesAndTheOtherWayRound() {
        double wrongModel = 0;
        double wrongPropensities = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            double[] flat = new double[ROWS];
            Arrays.fill(flat, 0.9);
            double[] half = new double[ROWS];
            Arrays.fill(half, 0.5);
            wrongModel += new OffPolicy(world.known, world.outcomes, world.propensities, flat)
                    .mean(world.upTo(1))
                    .doublyRobust()
                    .value();
            wrongPropensities += new OffPolicy(world.known, world.outcomes, half, world.expected)
                    .mean(world.upTo(1))
                    .doublyRobust()
                    .value();
        }
        assertThat(wrongModel / WORLDS).isCloseTo(0.35, within(0.01));
        assertThat(wrongPropensities / WORLDS).isCloseTo(0.35, within(0.01));
    }

    @Test
    void theChangeFromOneRuleToAnotherIsJudgedByRowsTheyDifferIn() {
        int held = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            OffPolicy.Estimate change = world.study().change(world.upTo(0.5), world.upTo(0.8));
            // Outcomes of risks 0.5 to 0.8, a row: 0.3 of rows at 0.1 + 0.5 * 0.65.
            held += change.interval().contains(0.3 * 0.425) ? 1 : 0;
        }
        assertThat(held).isBetween(180, 199);
    }

    @Test
    void rowsWhoseLikeIsNeverKnownAreLeftOutAndCounted() {
        World world = new World(3);
        for (int row = 0; row < ROWS; row++) {
            if (world.risk[row] > 0.8) {
                world.propensities[row] = 0.001;
                world.known[row] = false;
            }
        }
        OffPolicy.Mean mean = world.study().mean(world.upTo(1));
        assertThat(mean.supported()).isCloseTo(0.8, within(0.03));
        assertThat(mean.doublyRobust().value()).isCloseTo(0.3, within(0.03));
        assertThat(mean.evidence()).isBetween(500.0, 2_500.0);
    }

    @Test
    void aRuleThatTakesNothingHasNoMean() {
        World world = new World(4);
        OffPolicy.Mean mean = world.study().mean(new boolean[ROWS]);
        assertThat(mean.doublyRobust().value()).isNaN();
        assertThat(mean.doublyRobust().interval().isKnown()).isFalse();
    }

    @Test
    void columnsOfUnequalLengthAreRefused() {
        assertThatThrownBy(() -> new OffPolicy(new boolean[2], new double[1], new double[2], new double[2]))
                .hasMessageContaining("expected: equally many");
    }

    private static double seen(World world) {
        double sum = 0;
        double count = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += world.known[row] ? world.outcomes[row] : 0;
            count += world.known[row] ? 1 : 0;
        }
        return sum / count;
    }

    @Test
    void whatATrialAddsIsFoundFromItsTwoArms() {
        int weighed = 0;
        int robust = 0;
        double tighter = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            boolean[] contacted = new boolean[ROWS];
            boolean[] left = new boolean[ROWS];
            double[] outcomes = new double[ROWS];
            double[] chances = new double[ROWS];
            double[] others = new double[ROWS];
            double[] expectedContacted = new double[ROWS];
            double[] expectedLeft = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                double x = random.nextDouble();
                chances[row] = 0.2 + 0.3 * x;
                others[row] = 0.3;
                double draw = random.nextDouble();
                contacted[row] = draw < chances[row];
                left[row] = !contacted[row] && draw < chances[row] + others[row];
                expectedContacted[row] = 0.1 + 0.6 * x;
                expectedLeft[row] = 0.1 + 0.4 * x;
                double chance = contacted[row] ? expectedContacted[row] : expectedLeft[row];
                outcomes[row] = random.nextDouble() < chance ? 1 : 0;
            }
            boolean[] everybody = new boolean[ROWS];
            Arrays.fill(everybody, true);
            OffPolicy.Mean added = new OffPolicy(contacted, outcomes, chances, expectedContacted)
                    .minus(new OffPolicy(left, outcomes, others, expectedLeft), everybody);
            weighed += added.inversePropensity().interval().contains(0.1) ? 1 : 0;
            robust += added.doublyRobust().interval().contains(0.1) ? 1 : 0;
            tighter += width(added.inversePropensity()) - width(added.doublyRobust());
        }
        assertThat(weighed).as("intervals of 200 that hold the truth").isBetween(180, 199);
        assertThat(robust).isBetween(180, 199);
        assertThat(tighter).as("what the model explains is no noise").isPositive();
    }

    private static double width(OffPolicy.Estimate estimate) {
        return estimate.interval().high() - estimate.interval().low();
    }
}
