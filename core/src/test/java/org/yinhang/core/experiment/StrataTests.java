package org.yinhang.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yinhang.core.experiment.Strata.Stratum;

class StrataTests {

    @Test
    void sharesOfControlThatDifferDoNotLookLikeAnEffect() {
        // Nothing happens in either; the better stratum has nearly no control, so pooled arms would differ.
        Stratum good = new Stratum(Moments.ofSuccesses(10, 100), Moments.ofSuccesses(900, 9_000));
        Stratum poor = new Stratum(Moments.ofSuccesses(90, 9_000), Moments.ofSuccesses(1, 100));
        assertThat(Strata.effect(List.of(good, poor)).difference()).isCloseTo(0, within(1e-12));
        assertThat(Effect.ofMeans(
                                good.control().plus(poor.control()), good.arm().plus(poor.arm()))
                        .difference())
                .isGreaterThan(0.05);
    }

    @Test
    void oneStratumIsAnExperiment() {
        Stratum only = new Stratum(Moments.ofSuccesses(40, 1_000), Moments.ofSuccesses(60, 900));
        assertThat(Strata.effect(List.of(only))).isEqualTo(Effect.ofMeans(only.control(), only.arm()));
        assertThat(Strata.approached(List.of(only, new Stratum(Moments.NONE, only.arm()))))
                .isEqualTo(900);
        assertThat(Strata.effect(List.of()).difference()).isNaN();
    }

    @Test
    void theRangeHoldsTheTruthOfManySmallCohorts() {
        Random random = new Random(9);
        int held = 0;
        for (int run = 0; run < 1_000; run++) {
            List<Stratum> strata = random.ints(12, 40, 200)
                    .mapToObj(units -> new Stratum(successes(random, units / 2, 0.10), successes(random, units, 0.15)))
                    .toList();
            held += Strata.effect(strata).fixed(0.05).contains(0.05) ? 1 : 0;
        }
        assertThat(held).isBetween(930, 968);
    }

    private static Moments successes(Random random, int units, double share) {
        return Moments.ofSuccesses(
                random.doubles(units).filter(draw -> draw < share).count(), units);
    }
}
