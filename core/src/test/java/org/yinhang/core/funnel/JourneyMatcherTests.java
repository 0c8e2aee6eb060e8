package org.yinhang.core.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yinhang.core.funnel.FunnelRules.ALWAYS;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.yinhang.core.funnel.FunnelRules.Exclusion;

class JourneyMatcherTests {

    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 4;
    private static final int X = 8;

    private static JourneyMatcher run(FunnelRules rules, long[]... rows) {
        JourneyMatcher matcher = new JourneyMatcher(rules);
        matcher.begin();
        for (int i = 0; i < rows.length; i++) {
            matcher.row(rows[i][0], rows[i][1], i);
        }
        return matcher;
    }

    private static long[] at(long instant, long mask) {
        return new long[] {instant, mask};
    }

    private static FunnelRules three(long window, long within, Exclusion... exclusions) {
        return new FunnelRules(0, 1_000, window, List.of(ALWAYS, within, within), List.of(exclusions));
    }

    @Test
    void countsStepsOnlyInOrder() {
        assertThat(run(three(ALWAYS, ALWAYS), at(1, B), at(2, A), at(3, C)).depth())
                .isEqualTo(1);
        assertThat(run(three(ALWAYS, ALWAYS), at(1, A), at(2, B), at(3, C)).isComplete())
                .isTrue();
    }

    @Test
    void takesOneRowForOneStepOnly() {
        assertThat(run(three(ALWAYS, ALWAYS), at(1, A | B | C)).depth()).isEqualTo(1);
        assertThat(run(three(ALWAYS, ALWAYS), at(1, A | B | C), at(1, A | B | C))
                        .depth())
                .isEqualTo(2);
    }

    @Test
    void findsTheLaterStartThatTheWindowAllows() {
        JourneyMatcher found = run(three(5, ALWAYS), at(1, A), at(2, B), at(10, A), at(11, B), at(15, C));
        assertThat(found.depth()).isEqualTo(3);
        assertThat(found.place(0)).isEqualTo(2);
        assertThat(found.instant(1)).isEqualTo(11);
    }

    @Test
    void keepsAnEarlierStartThatALaterOneDoesNotReplace() {
        // The second start leads nowhere; the chain of the first is still within its window.
        assertThat(run(three(10, ALWAYS), at(1, A), at(2, B), at(9, A), at(10, C))
                        .depth())
                .isEqualTo(3);
    }

    @Test
    void startsOnlyInThePeriod() {
        FunnelRules rules = FunnelRules.of(2, 10, 20, ALWAYS);
        assertThat(run(rules, at(9, A), at(30, B)).depth()).isZero();
        assertThat(run(rules, at(10, A), at(30, B)).depth()).isEqualTo(2);
        assertThat(run(rules, at(20, A), at(30, B)).depth()).isZero();
    }

    @Test
    void endsAJourneyAtAnExclusionBetweenItsStepsAndNowhereElse() {
        FunnelRules rules = three(ALWAYS, ALWAYS, new Exclusion(0, 1));
        assertThat(run(rules, at(1, A), at(2, X), at(3, B)).depth()).isEqualTo(1);
        assertThat(run(rules, at(1, A), at(2, B), at(3, X), at(4, C)).depth()).isEqualTo(3);
        assertThat(run(rules, at(1, A), at(2, B | X), at(3, C)).depth())
                .as("the step itself is not between the steps")
                .isEqualTo(3);
        assertThat(run(rules, at(1, A | X), at(2, B)).depth())
                .as("what begins with the row is not ended by it")
                .isEqualTo(2);
    }

    @Test
    void forgetsTheCustomerBefore() {
        JourneyMatcher matcher = run(three(ALWAYS, ALWAYS), at(1, A), at(2, B));
        matcher.begin();
        matcher.row(3, C, 0);
        assertThat(matcher.depth()).isZero();
        assertThatThrownBy(() -> matcher.instant(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreConditionsThanAWordHasBits() {
        assertThatThrownBy(() -> FunnelRules.of(64, 0, 1, ALWAYS)).hasMessageContaining("63");
        assertThatThrownBy(() -> FunnelRules.of(1, 0, 1, ALWAYS)).hasMessageContaining("at least 2");
    }

    /** Every chain is tried: the definition itself, word by word. */
    @Property(tries = 2_000)
    void agreesWithTryingEveryChain(
            @ForAll @Size(max = 14) List<@IntRange(max = 31) Integer> masks,
            @ForAll @Size(min = 14, max = 14) List<@IntRange(max = 3) Integer> waits,
            @ForAll @IntRange(min = 1, max = 12) int window,
            @ForAll @IntRange(min = 1, max = 8) int within,
            @ForAll @IntRange(max = 2) int covered) {
        FunnelRules rules = new FunnelRules(
                2,
                14,
                window,
                List.of(ALWAYS, (long) within, ALWAYS, (long) within),
                List.of(new Exclusion(covered, covered + 1)));
        List<long[]> rows = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < masks.size(); i++) {
            now += waits.get(i);
            rows.add(at(now, masks.get(i)));
        }
        JourneyMatcher matcher = run(rules, rows.toArray(long[][]::new));
        int deepest = 0;
        for (int i = 0; i < rows.size(); i++) {
            long[] row = rows.get(i);
            if ((row[1] & 1) != 0 && row[0] >= 2 && row[0] < 14) {
                deepest = Math.max(deepest, deepest(rules, rows, i, i, 1));
            }
        }
        assertThat(matcher.depth()).isEqualTo(deepest);
        for (int step = 1; step < matcher.depth(); step++) {
            assertThat(matcher.place(step)).isGreaterThan(matcher.place(step - 1));
            assertThat(rows.get(matcher.place(step))[1] >> step & 1).isEqualTo(1);
        }
    }

    private static int deepest(FunnelRules rules, List<long[]> rows, int first, int last, int steps) {
        int deepest = steps;
        if (steps == rules.steps()) {
            return deepest;
        }
        long ending = rules.endings()[steps - 1];
        for (int next = last + 1; next < rows.size(); next++) {
            long[] row = rows.get(next);
            boolean isStep = (row[1] >> steps & 1) != 0;
            if (isStep
                    && row[0] - rows.get(first)[0] <= rules.window()
                    && row[0] - rows.get(last)[0] <= rules.within().get(steps)) {
                deepest = Math.max(deepest, deepest(rules, rows, first, next, steps + 1));
            }
            if ((row[1] & ending) != 0) {
                break;
            }
        }
        return deepest;
    }
}
