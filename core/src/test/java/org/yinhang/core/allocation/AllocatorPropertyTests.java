package org.yinhang.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AllocatorPropertyTests {

    /** An option: its customer, key, value and draws. */
    private record Row(long customer, int key, double value, Map<Integer, Double> draws) {}

    private record Problem(List<Limit> limits, List<Row> rows, int perCustomer) {

        ContactOptions options(Random order) {
            Map<Long, List<Row>> byCustomer = new TreeMap<>();
            rows.forEach(row -> byCustomer
                    .computeIfAbsent(row.customer, any -> new ArrayList<>())
                    .add(row));
            List<Long> customers = new ArrayList<>(byCustomer.keySet());
            Collections.shuffle(customers, order);
            ContactOptionsBuilder builder = ContactOptions.over(limits).perCustomer(perCustomer);
            for (long customer : customers) {
                builder.customer(customer);
                List<Row> shuffled = new ArrayList<>(byCustomer.getOrDefault(customer, List.of()));
                Collections.shuffle(shuffled, order);
                for (Row row : shuffled) {
                    builder.option(row.key, row.value);
                    row.draws.forEach(builder::draws);
                }
            }
            return builder.build();
        }

        ContactOptions options() {
            return options(new Random(0));
        }
    }

    private static Problem problem(long seed, int customers, boolean withBudget, boolean inSteps, int perCustomer) {
        Random random = new Random(seed);
        int channels = 1 + random.nextInt(3);
        List<Limit> limits = new ArrayList<>();
        for (int r = 0; r < channels; r++) {
            limits.add(Limit.atMost("channel " + r, random.nextInt(customers + 1)));
        }
        if (withBudget) {
            limits.add(Limit.atMost("budget", random.nextInt(30 * customers + 1)));
        }
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            for (int r = 0; r < channels; r++) {
                double value = inSteps ? 100 * random.nextInt(-1, 4) : random.nextDouble(-50, 500);
                Map<Integer, Double> draws = new TreeMap<>(Map.of(r, 1.0));
                if (withBudget) {
                    draws.put(channels, 1.0 + random.nextInt(60));
                }
                rows.add(new Row(1_000 + c, r, value, draws));
            }
        }
        return new Problem(limits, rows, perCustomer);
    }

    /** The best value over every possible plan, by trying them all. */
    private static double exhaustive(ContactOptions options, int customer, int from, int taken, double[] drawn) {
        if (customer == options.customers()) {
            for (int r = 0; r < drawn.length; r++) {
                if (options.limits().get(r).excess(drawn[r]) > 0) {
                    return Double.NEGATIVE_INFINITY;
                }
            }
            return 0;
        }
        int end = options.firstOption(customer + 1);
        double best = exhaustive(options, customer + 1, end, 0, drawn);
        for (int o = Math.max(from, options.firstOption(customer)); taken < options.perCustomer() && o < end; o++) {
            double[] with = drawn.clone();
            options.draw(o, 1, with);
            best = Math.max(best, options.value(o) + exhaustive(options, customer, o + 1, taken + 1, with));
        }
        return best;
    }

    private static double exhaustive(ContactOptions options) {
        return exhaustive(options, 0, 0, 0, new double[options.limits().size()]);
    }

    @Property(tries = 200)
    void neverBreaksALimitAndSaysWhatItDraws(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int customers,
            @ForAll boolean inSteps,
            @ForAll @IntRange(min = 1, max = 2) int perCustomer) {
        ContactOptions options =
                problem(seed, customers, true, inSteps, perCustomer).options();
        Allocation plan = Allocator.allocate(options);
        double[] drawn = new double[options.limits().size()];
        double value = 0;
        for (int c = 0; c < options.customers(); c++) {
            int taken = 0;
            for (int o = options.firstOption(c); o < options.firstOption(c + 1); o++) {
                if (plan.isChosen(o)) {
                    options.draw(o, 1, drawn);
                    value += options.value(o);
                    taken++;
                }
            }
            assertThat(taken).isLessThanOrEqualTo(perCustomer);
        }
        for (int r = 0; r < drawn.length; r++) {
            assertThat(plan.drawn()[r]).isEqualTo(drawn[r]);
            assertThat(drawn[r]).isLessThanOrEqualTo(options.limits().get(r).amount());
            assertThat(plan.shadowPrices()[r]).isNotNegative();
        }
        assertThat(plan.value()).isEqualTo(value);
        assertThat(plan.bound()).isGreaterThanOrEqualTo(value * (1 - 1e-9));
    }

    @Property(tries = 200)
    void provesItsBoundAgainstEveryPlan(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int customers,
            @ForAll @IntRange(min = 1, max = 2) int perCustomer) {
        ContactOptions options =
                problem(seed, customers, true, false, perCustomer).options();
        Allocation plan = Allocator.allocate(options);
        double best = exhaustive(options);
        assertThat(plan.bound()).isGreaterThanOrEqualTo(best * (1 - 1e-9));
        assertThat(plan.value()).isLessThanOrEqualTo(best * (1 + 1e-9));
    }

    @Property(tries = 60)
    void isNearTheOptimumEvenWhereManyAreEqual(
            @ForAll long seed,
            @ForAll @IntRange(min = 200, max = 600) int customers,
            @ForAll boolean withBudget,
            @ForAll boolean inSteps,
            @ForAll @IntRange(min = 1, max = 2) int perCustomer) {
        Allocation plan = Allocator.allocate(
                problem(seed, customers, withBudget, inSteps, perCustomer).options());
        // What whole numbers may cost at most: a best option for each limit.
        double whole = 500.0 * (plan.drawn().length + 1);
        assertThat(plan.bound() - plan.value()).isLessThan(whole);
    }

    @Property(tries = 60)
    void theOrderOfInputNeverMatters(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int customers, @ForAll boolean inSteps) {
        Problem problem = problem(seed, customers, true, inSteps, 1);
        Allocation first = Allocator.allocate(problem.options(new Random(seed)));
        Allocation second = Allocator.allocate(problem.options(new Random(~seed)));
        assertThat(second.chosen()).isEqualTo(first.chosen());
        assertThat(second.shadowPrices()).containsExactly(first.shadowPrices());
        assertThat(second.value()).isEqualTo(first.value());
    }

    @Property(tries = 60)
    void aLeastIsKept(@ForAll long seed, @ForAll @IntRange(min = 20, max = 300) int customers) {
        Random random = new Random(seed);
        int least = random.nextInt(customers / 4);
        ContactOptionsBuilder builder =
                ContactOptions.over(Limit.atMost("calls", customers / 2), Limit.atLeast("new customers", least));
        for (int c = 0; c < customers; c++) {
            builder.customer(c).option(0, random.nextDouble(-300, 300)).draws(0, 1);
            if (c % 2 == 0) {
                builder.draws(1, 1);
            }
        }
        Allocation plan = Allocator.allocate(builder.build());
        assertThat(plan.drawn()[0]).isLessThanOrEqualTo(customers / 2);
        assertThat(plan.drawn()[1]).isGreaterThanOrEqualTo(least);
        assertThat(plan.bound() - plan.value()).isLessThan(300);
    }

    @Property(tries = 40)
    void moreOfALimitNeverBringsLess(@ForAll long seed, @ForAll @IntRange(min = 50, max = 300) int customers) {
        ContactOptions options = problem(seed, customers, true, false, 1).options();
        List<Limit> wider = options.limits().stream()
                .map(limit -> Limit.atMost(limit.name(), limit.amount() + 20))
                .toList();
        Allocation narrow = Allocator.allocate(options);
        Allocation wide = Allocator.replan(options.under(wider), narrow);
        assertThat(wide.bound()).isGreaterThanOrEqualTo(narrow.value() * (1 - 1e-9));
        double promised = 0;
        for (double price : narrow.shadowPrices()) {
            promised += 20 * price;
        }
        // Prices are the most that one more unit can bring.
        assertThat(wide.value()).isLessThanOrEqualTo(narrow.bound() + promised + 1e-6 * narrow.bound());
    }

    @Property(tries = 20)
    void knownPricesLeadToAPlanAsGood(@ForAll long seed, @ForAll @IntRange(min = 200, max = 600) int customers) {
        ContactOptions options = problem(seed, customers, true, false, 1).options();
        Allocation cold = Allocator.allocate(options);
        Allocation warm = Allocator.replan(options, cold);
        assertThat(Math.abs(warm.value() - cold.value())).isLessThan(1_500);
        assertThat(warm.bound()).isGreaterThanOrEqualTo(cold.value() * (1 - 1e-9));
    }
}
