package org.yinhang.core.allocation;

import java.util.List;

/**
 * What could be done with each customer, and the limits all share. Options lie one customer after the other in the order of
 * their keys, whatever order they were added in; so do the draws on limits, one option after the other. Immutable.
 */
public final class ContactOptions {

    private final List<Limit> limits;
    private final int perCustomer;
    private final long[] customerKey;
    private final int[] optionStart;
    private final int[] optionKey;
    private final double[] value;
    private final int[] drawStart;
    private final int[] drawLimit;
    private final double[] drawAmount;

    ContactOptions(
            List<Limit> limits,
            int perCustomer,
            long[] customerKey,
            int[] optionStart,
            int[] optionKey,
            double[] value,
            int[] drawStart,
            int[] drawLimit,
            double[] drawAmount) {
        this.limits = List.copyOf(limits);
        this.perCustomer = perCustomer;
        this.customerKey = customerKey;
        this.optionStart = optionStart;
        this.optionKey = optionKey;
        this.value = value;
        this.drawStart = drawStart;
        this.drawLimit = drawLimit;
        this.drawAmount = drawAmount;
    }

    /** Starts a problem over these limits in which each customer gets at most one contact. */
    public static ContactOptionsBuilder over(Limit... limits) {
        return new ContactOptionsBuilder(List.of(limits));
    }

    /** Starts a problem over these limits in which each customer gets at most one contact. */
    public static ContactOptionsBuilder over(List<Limit> limits) {
        return new ContactOptionsBuilder(limits);
    }

    /** The same customers and options under other limits, of the same number and order. */
    public ContactOptions under(List<Limit> others) {
        if (others.size() != limits.size()) {
            throw new IllegalArgumentException("limits: %d (expected: %d)".formatted(others.size(), limits.size()));
        }
        return new ContactOptions(
                others, perCustomer, customerKey, optionStart, optionKey, value, drawStart, drawLimit, drawAmount);
    }

    /** The shared limits, in the order they were given. */
    public List<Limit> limits() {
        return limits;
    }

    /** How many options of one customer a plan may choose. */
    public int perCustomer() {
        return perCustomer;
    }

    /** Number of customers. */
    public int customers() {
        return customerKey.length;
    }

    /** Number of options of all customers together. */
    public int options() {
        return value.length;
    }

    /** The key of the customer at a position. */
    public long customerKey(int customer) {
        return customerKey[customer];
    }

    /** The first option of the customer at a position; theirs end where the next customer's begin. */
    public int firstOption(int customer) {
        return optionStart[customer];
    }

    /** The key of the option at a position, unique within its customer. */
    public int optionKey(int option) {
        return optionKey[option];
    }

    /** What an option is expected to bring, in fen, after its own costs. */
    public double value(int option) {
        return value[option];
    }

    /** Adds what an option draws on each limit, so many times. */
    public void draw(int option, double times, double[] drawn) {
        for (int d = drawStart[option]; d < drawStart[option + 1]; d++) {
            drawn[drawLimit[d]] += times * drawAmount[d];
        }
    }

    int firstDraw(int option) {
        return drawStart[option];
    }

    int drawLimit(int draw) {
        return drawLimit[draw];
    }

    double drawAmount(int draw) {
        return drawAmount[draw];
    }

    /** What an option costs at these signed prices, in fen. */
    double cost(int option, double[] prices) {
        double cost = 0;
        for (int d = drawStart[option]; d < drawStart[option + 1]; d++) {
            cost += prices[drawLimit[d]] * drawAmount[d];
        }
        return cost;
    }
}
