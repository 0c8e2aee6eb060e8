package org.yinhang.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AllocatorPropertyTests {

    private static ContactOptions problem(long seed, int customers, boolean budget) {
        Random random = new Random(seed);
        int channels = 1 + random.nextInt(3);
        double[] capacity = new double[channels + (budget ? 1 : 0)];
        for (int r = 0; r < channels; r++) {
            capacity[r] = random.nextInt(customers + 1);
        }
        if (budget) {
            capacity[channels] = random.nextInt(300);
        }
        ContactOptions.Builder builder = ContactOptions.over(capacity);
        for (int c = 0; c < customers; c++) {
            builder.customer();
            for (int r = 0; r < channels; r++) {
                builder.option(random.nextInt(-50, 500)).uses(r, 1);
                if (budget) {
                    builder.uses(channels, 1 + random.nextInt(60));
                }
            }
        }
        return builder.build();
    }

    /** The best value over every possible plan, by trying them all. */
    private static double exhaustive(ContactOptions options, int customer, double[] left) {
        if (customer == options.customers()) {
            return 0;
        }
        double best = exhaustive(options, customer + 1, left);
        for (int o = options.optionStart()[customer]; o < options.optionStart()[customer + 1]; o++) {
            double[] rest = left.clone();
            boolean fits = true;
            for (int use = options.useStart()[o]; use < options.useStart()[o + 1]; use++) {
                rest[options.useResource()[use]] -= options.useAmount()[use];
                fits &= rest[options.useResource()[use]] >= 0;
            }
            if (fits) {
                best = Math.max(best, options.value()[o] + exhaustive(options, customer + 1, rest));
            }
        }
        return best;
    }

    @Property
    void neverExceedsACapacity(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int customers) {
        ContactOptions options = problem(seed, customers, true);
        Allocation plan = Allocator.allocate(options);
        for (int r = 0; r < options.capacity().length; r++) {
            assertThat(plan.used()[r]).isLessThanOrEqualTo(options.capacity()[r]);
        }
    }

    @Property(tries = 300)
    void provesItsBoundAgainstEveryPlan(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int customers) {
        ContactOptions options = problem(seed, customers, true);
        Allocation plan = Allocator.allocate(options);
        double best = exhaustive(options, 0, options.capacity().clone());
        assertThat(plan.bound()).isGreaterThanOrEqualTo(best - 1e-6);
        assertThat(plan.value()).isLessThanOrEqualTo(best + 1e-6);
    }

    @Property(tries = 100)
    void isNearTheOptimumWhenContactsDrawOneUnit(
            @ForAll long seed, @ForAll @IntRange(min = 200, max = 600) int customers) {
        Allocation plan = Allocator.allocate(problem(seed, customers, false));
        assertThat(plan.gap()).isLessThan(0.01);
    }
}
