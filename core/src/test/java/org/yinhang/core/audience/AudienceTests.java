package org.yinhang.core.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AudienceTests {

    private static Audience below(int bound, int step) {
        return Audience.of(IntStream.range(0, bound).filter(i -> i % step == 0).toArray());
    }

    @Test
    void unitesIntersectsAndExcludes() {
        Audience called = Audience.of(1, 2, 3, 70_000);
        Audience answered = Audience.of(2, 70_000, 90_000);
        assertThat(called.union(answered)).isEqualTo(Audience.of(1, 2, 3, 70_000, 90_000));
        assertThat(called.intersect(answered)).isEqualTo(Audience.of(2, 70_000));
        assertThat(called.except(answered)).isEqualTo(Audience.of(1, 3));
        assertThat(called.overlap(answered)).isEqualTo(2);
        assertThat(called.count()).isEqualTo(4);
    }

    @Property(tries = 100)
    void everyCustomerIsInOneCombination(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 30) List<@IntRange(max = 40) Integer>> members) {
        List<Audience> audiences = members.stream()
                .map(m -> Audience.of(m.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
        Overlap overlap = Overlap.of(audiences);
        for (Overlap.Combination combination : overlap.combinations()) {
            long expected = IntStream.rangeClosed(0, 40)
                    .filter(c -> IntStream.range(0, audiences.size())
                            .allMatch(a -> audiences.get(a).contains(c)
                                    == combination.audiences().contains(a)))
                    .count();
            assertThat((long) combination.count()).isEqualTo(expected).isPositive();
        }
        int all = overlap.combinations().stream()
                .mapToInt(Overlap.Combination::count)
                .sum();
        assertThat(all)
                .isEqualTo(members.stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toSet())
                        .size());
        for (int a = 0; a < audiences.size(); a++) {
            for (int b = 0; b < audiences.size(); b++) {
                TreeSet<Integer> both = new TreeSet<>(members.get(a));
                both.retainAll(members.get(b));
                assertThat(overlap.pairs().get(a).get(b)).isEqualTo(both.size());
            }
        }
    }

    @Test
    void theSameSeedDrawsTheSameCustomers() {
        Audience audience = below(300_000, 3);
        Audience drawn = Samples.random(audience, 1000, 7);
        assertThat(drawn.count()).isEqualTo(1000);
        assertThat(drawn.except(audience).count()).isZero();
        assertThat(Samples.random(audience, 1000, 7)).isEqualTo(drawn);
        assertThat(Samples.random(audience, 1000, 8)).isNotEqualTo(drawn);
        assertThat(Samples.random(audience, 200_000, 7)).isEqualTo(audience);
        assertThat(Samples.random(audience, 0, 7).count()).isZero();
    }

    @Test
    void everyCustomerIsDrawnAboutEquallyOften() {
        Audience audience = below(20, 1);
        int[] drawn = new int[20];
        for (int seed = 0; seed < 4000; seed++) {
            Samples.random(audience, 5, seed).forEach(customer -> drawn[customer]++);
        }
        // 1,000 expected of each; the standard deviation is 27.
        assertThat(Arrays.stream(drawn).min().orElseThrow()).isGreaterThan(870);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isLessThan(1130);
    }

    @Test
    void strataAreDrawnInProportion() {
        List<Audience> strata = List.of(
                Audience.of(IntStream.range(0, 700).toArray()),
                Audience.of(IntStream.range(700, 950).toArray()),
                Audience.of(IntStream.range(950, 1000).toArray()));
        List<Audience> samples = Samples.stratified(strata, 101, 3);
        assertThat(samples.stream().map(Audience::count)).containsExactly(71, 25, 5);
        for (int i = 0; i < samples.size(); i++) {
            assertThat(samples.get(i).except(strata.get(i)).count()).isZero();
        }
        assertThat(Samples.stratified(strata, 5000, 3)).isEqualTo(strata);
    }
}
