package org.yinhang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.yinhang.core.allocation.ContactOptions;
import org.yinhang.core.allocation.ContactOptionsBuilder;
import org.yinhang.core.allocation.Limit;

/**
 * Customers of a bank with twelve ways to approach each: four loans by call, SMS or WeCom. What a way brings is its uplift
 * times the loan's margin after expected loss, less the touch. Twelve limits are shared: caller hours of four branches,
 * messages, budget, expected loss, the balance of two loans, and the least for two segments.
 */
final class PlanTable {

    private static final int BRANCHES = 4;
    private static final int LOANS = 4;
    private static final int CHANNELS = 3;

    /** Fen a touch costs, and its hours, by channel: call, SMS, WeCom. */
    private static final double[] TOUCH = {600, 5, 20};

    private static final double[] STRENGTH = {1, 0.35, 0.5};
    private static final double CALL_HOURS = 0.1;

    private PlanTable() {}

    static ContactOptions of(int customers, long seed) {
        ContactOptionsBuilder builder = ContactOptions.over(limits(customers));
        for (int customer = 0; customer < customers; customer++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + customer);
            int branch = random.nextInt(BRANCHES);
            boolean isRural = random.nextInt(5) == 0;
            boolean isOwner = random.nextInt(8) == 0;
            double mood = Math.exp(-3.2 + 0.9 * random.nextGaussian() - (isRural ? 0.4 : 0));
            double risk = Math.exp(-3.8 + 0.7 * random.nextGaussian());
            builder.customer(customer);
            for (int loan = 0; loan < LOANS; loan++) {
                double amount = 2_000_000 * (1 + loan) * Math.exp(0.4 * random.nextGaussian());
                double fancy = mood * Math.exp(0.5 * random.nextGaussian());
                double loss = amount * risk * 0.4;
                double margin = amount * (0.045 - 0.004 * loan) - loss;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    double uplift = Math.min(0.6, fancy * STRENGTH[channel] * Math.exp(0.3 * random.nextGaussian()));
                    builder.option(loan * CHANNELS + channel, uplift * margin - TOUCH[channel]);
                    if (channel == 0) {
                        builder.draws(branch, CALL_HOURS);
                    } else {
                        builder.draws(BRANCHES + channel - 1, 1);
                    }
                    builder.draws(6, TOUCH[channel]);
                    builder.draws(7, uplift * loss);
                    if (loan >= 2) {
                        builder.draws(6 + loan, uplift * amount);
                    }
                    if (isRural) {
                        builder.draws(10, 1);
                    }
                    if (isOwner) {
                        builder.draws(11, 1);
                    }
                }
            }
        }
        return builder.build();
    }

    private static List<Limit> limits(int customers) {
        List<Limit> limits = new ArrayList<>();
        for (int branch = 0; branch < BRANCHES; branch++) {
            limits.add(Limit.atMost("caller hours of branch " + (branch + 1), (0.003 + 0.001 * branch) * customers));
        }
        limits.add(Limit.atMost("SMS", 0.30 * customers));
        limits.add(Limit.atMost("WeCom", 0.15 * customers));
        limits.add(Limit.atMost("budget", 80.0 * customers));
        limits.add(Limit.atMost("expected loss", 900.0 * customers));
        limits.add(Limit.atMost("balance of loan 3", 40_000.0 * customers));
        limits.add(Limit.atMost("balance of loan 4", 50_000.0 * customers));
        limits.add(Limit.atLeast("rural customers", 0.14 * customers));
        limits.add(Limit.atLeast("owners", 0.08 * customers));
        return limits;
    }
}
