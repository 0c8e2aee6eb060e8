package org.yinhang.core.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Gathers customers, their options and what these draw on the shared limits, in any order of keys. */
public final class ContactOptionsBuilder {

    private final List<Limit> limits;
    private int perCustomer = 1;
    private long[] customerKey = new long[1024];
    private int[] optionStart = new int[1024];
    private int[] optionKey = new int[1024];
    private double[] value = new double[1024];
    private int[] drawStart = new int[1024];
    private int[] drawLimit = new int[1024];
    private double[] drawAmount = new double[1024];
    private int customers;
    private int options;
    private int draws;

    ContactOptionsBuilder(List<Limit> limits) {
        this.limits = List.copyOf(limits);
        if (limits.stream().map(Limit::name).distinct().count() < limits.size()) {
            throw new IllegalArgumentException("names of limits: %s (expected: each once)".formatted(limits));
        }
    }

    /** Lets a plan choose up to so many options of one customer. */
    public ContactOptionsBuilder perCustomer(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("options a customer: %d (expected: at least 1)".formatted(most));
        }
        perCustomer = most;
        return this;
    }

    /** Begins a customer; options added from now on are theirs. Keys are unique and break exact ties. */
    public ContactOptionsBuilder customer(long key) {
        if (customers + 1 >= customerKey.length) {
            customerKey = Arrays.copyOf(customerKey, customerKey.length * 2);
            optionStart = Arrays.copyOf(optionStart, optionStart.length * 2);
        }
        customerKey[customers] = key;
        optionStart[customers++] = options;
        return this;
    }

    /** Adds an option of the present customer that brings this many fen; its key is unique within the customer. */
    public ContactOptionsBuilder option(int key, double fen) {
        if (!Double.isFinite(fen)) {
            throw new IllegalArgumentException("value of option %d: %s (expected: a number)".formatted(key, fen));
        }
        if (options + 1 >= value.length) {
            value = Arrays.copyOf(value, value.length * 2);
            optionKey = Arrays.copyOf(optionKey, optionKey.length * 2);
            drawStart = Arrays.copyOf(drawStart, drawStart.length * 2);
        }
        optionKey[options] = key;
        drawStart[options] = draws;
        value[options++] = fen;
        return this;
    }

    /**
     * Says that the present option draws on a limit.
     *
     * @param limit position of the limit, from 0, at most once an option
     * @param amount in the limit's unit; negative where choosing the option relieves the limit, as with shares
     */
    public ContactOptionsBuilder draws(int limit, double amount) {
        if (!Double.isFinite(amount) || limit < 0 || limit >= limits.size()) {
            throw new IllegalArgumentException(
                    "limit %d of %d, amount %s (expected: a number)".formatted(limit, limits.size(), amount));
        }
        if (amount == 0) {
            return this;
        }
        if (draws == drawAmount.length) {
            drawAmount = Arrays.copyOf(drawAmount, draws * 2);
            drawLimit = Arrays.copyOf(drawLimit, draws * 2);
        }
        drawLimit[draws] = limit;
        drawAmount[draws++] = amount;
        return this;
    }

    /** The problem, its customers and options in the order of their keys. */
    public ContactOptions build() {
        optionStart[customers] = options;
        drawStart[options] = draws;
        return isInOrder() ? asAdded() : sorted();
    }

    private ContactOptions asAdded() {
        return new ContactOptions(
                limits,
                perCustomer,
                Arrays.copyOf(customerKey, customers),
                Arrays.copyOf(optionStart, customers + 1),
                Arrays.copyOf(optionKey, options),
                Arrays.copyOf(value, options),
                Arrays.copyOf(drawStart, options + 1),
                Arrays.copyOf(drawLimit, draws),
                Arrays.copyOf(drawAmount, draws));
    }

    private boolean isInOrder() {
        for (int c = 0; c < customers; c++) {
            if (c > 0 && customerKey[c] <= customerKey[c - 1]) {
                return false;
            }
            for (int o = optionStart[c]; o < optionStart[c + 1]; o++) {
                if ((o > optionStart[c] && optionKey[o] <= optionKey[o - 1]) || !drawsInOrder(o)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean drawsInOrder(int option) {
        for (int d = drawStart[option] + 1; d < drawStart[option + 1]; d++) {
            if (drawLimit[d] <= drawLimit[d - 1]) {
                return false;
            }
        }
        return true;
    }

    private ContactOptions sorted() {
        ContactOptionsBuilder inOrder = new ContactOptionsBuilder(limits).perCustomer(perCustomer);
        int[] order = IntStream.range(0, customers)
                .boxed()
                .sorted(Comparator.comparingLong(c -> customerKey[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int c : order) {
            inOrder.customer(customerKey[c]);
            IntStream.range(optionStart[c], optionStart[c + 1])
                    .boxed()
                    .sorted(Comparator.comparingInt(o -> optionKey[o]))
                    .forEach(o -> {
                        inOrder.option(optionKey[o], value[o]);
                        IntStream.range(drawStart[o], drawStart[o + 1])
                                .boxed()
                                .sorted(Comparator.comparingInt(d -> drawLimit[d]))
                                .forEach(d -> inOrder.draws(drawLimit[d], drawAmount[d]));
                    });
        }
        inOrder.optionStart[customers] = options;
        inOrder.drawStart[options] = draws;
        if (!inOrder.isInOrder()) {
            throw new IllegalArgumentException("a customer, option or limit of an option was given twice");
        }
        return inOrder.asAdded();
    }
}
