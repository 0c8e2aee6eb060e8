package org.yinhang.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JourneyChainTests {

    private record Journey(int[] touches, boolean reachesGoal) {}

    private static JourneyChain chain(List<Journey> journeys) {
        JourneyChain chain = new JourneyChain();
        journeys.forEach(journey -> chain.add(journey.touches, journey.reachesGoal));
        return chain;
    }

    private static Journey of(boolean reachesGoal, int... touches) {
        return new Journey(touches, reachesGoal);
    }

    /** A worked chain: 0 → goal ½; 1 → 0 always; started half at each. P(goal) = ½; without 0 nothing, without 1 half is left. */
    @Test
    void whatARemovalLosesIsWhatTheChainSays() {
        JourneyChain chain = chain(List.of(of(true, 0), of(false, 0), of(true, 1, 0), of(false, 1, 0)));
        assertThat(chain.goalShare()).isEqualTo(0.5);
        assertThat(chain.removalEffects()).containsExactly(1.0, 0.5);
    }

    /** Against walking the chain with one kind taken out, by iteration. */
    @Property(tries = 200)
    void oneInverseGivesWhatTakingEachKindOutGives(@ForAll @IntRange(max = 1 << 30) int seed) {
        Random random = new Random(seed);
        int kinds = 1 + random.nextInt(12);
        List<Journey> journeys = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int[] touches = random.ints(1 + random.nextInt(6), 0, kinds).toArray();
            journeys.add(new Journey(touches, random.nextInt(3) == 0));
        }
        JourneyChain chain = chain(journeys);
        double[] effects = chain.removalEffects();
        double whole = reached(kinds, journeys, -1);
        assertThat(whole).isCloseTo(chain.goalShare(), within(1e-9));
        for (int kind = 0; kind < effects.length; kind++) {
            double expected = whole == 0 ? 0 : 1 - reached(kinds, journeys, kind) / whole;
            assertThat(effects[kind]).isCloseTo(expected, within(1e-9));
        }
    }

    private static double reached(int kinds, List<Journey> journeys, int without) {
        double[][] moves = new double[kinds][kinds + 1];
        double[] left = new double[kinds];
        double[] mass = new double[kinds];
        for (Journey journey : journeys) {
            mass[journey.touches[0]] += 1.0 / journeys.size();
            for (int i = 0; i < journey.touches.length; i++) {
                left[journey.touches[i]]++;
                if (i + 1 < journey.touches.length) {
                    moves[journey.touches[i]][journey.touches[i + 1]]++;
                } else if (journey.reachesGoal) {
                    moves[journey.touches[i]][kinds]++;
                }
            }
        }
        double goal = 0;
        for (int round = 0; round < 5_000; round++) {
            double[] next = new double[kinds];
            for (int i = 0; i < kinds; i++) {
                if (i != without && left[i] > 0) {
                    goal += mass[i] * moves[i][kinds] / left[i];
                    for (int j = 0; j < kinds; j++) {
                        next[j] += mass[i] * moves[i][j] / left[i];
                    }
                }
            }
            mass = next;
        }
        return goal;
    }

    @Property(tries = 200)
    void everyRuleSharesOutTheWholeAndNoMore(@ForAll @IntRange(max = 1 << 30) int seed) {
        Random random = new Random(seed);
        int[] touches = random.ints(1 + random.nextInt(8), 0, 4).toArray();
        double[] effects = random.doubles(4).toArray();
        for (CreditRule rule : CreditRule.values()) {
            double[] shares = rule.shares(touches, effects);
            assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
            assertThat(shares).hasSameSizeAs(touches);
            assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
        }
    }

    @Test
    void theRulesDoWhatTheyAreNamedFor() {
        int[] touches = {0, 1, 2, 1};
        double[] effects = {0.5, 0.25, 0, 0};
        assertThat(CreditRule.LAST.shares(touches, effects)).containsExactly(0, 0, 0, 1);
        assertThat(CreditRule.POSITION.shares(touches, effects))
                .containsExactly(new double[] {0.4, 0.1, 0.1, 0.4}, within(1e-12));
        assertThat(CreditRule.POSITION.shares(new int[] {3, 1}, effects)).containsExactly(0.5, 0.5);
        assertThat(CreditRule.POSITION.shares(new int[] {3}, effects)).containsExactly(1);
        assertThat(CreditRule.DATA_DRIVEN.shares(touches, effects)).containsExactly(0.5, 0.25, 0, 0.25);
        assertThat(CreditRule.DATA_DRIVEN.shares(new int[] {2, 2}, effects)).containsExactly(0.5, 0.5);
    }
}
