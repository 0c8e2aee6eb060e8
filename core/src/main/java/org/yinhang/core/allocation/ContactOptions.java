package org.yinhang.core.allocation;

import java.util.Arrays;

/**
 * What could be done with each customer: at most one of their options may be chosen. Options lie one customer after
 * the other; so do the uses of resources, one option after the other. Immutable once built.
 *
 * @param optionStart options of customer c are {@code optionStart[c]} to {@code optionStart[c + 1] − 1}
 * @param value what each option is expected to bring, in fen, after its own costs
 * @param useStart resource uses of option o are {@code useStart[o]} to {@code useStart[o + 1] − 1}
 * @param useResource the resource each use draws on, from 0
 * @param useAmount how much it draws, above 0, in the resource's unit
 * @param capacity how much of each resource there is, at least 0
 */
public record ContactOptions(
        int[] optionStart, double[] value, int[] useStart, int[] useResource, double[] useAmount, double[] capacity) {

    /** Number of customers. */
    public int customers() {
        return optionStart.length - 1;
    }

    /** The option's value less its resources at these prices, in fen. */
    double reducedValue(int option, double[] prices) {
        double reduced = value[option];
        for (int use = useStart[option]; use < useStart[option + 1]; use++) {
            reduced -= prices[useResource[use]] * useAmount[use];
        }
        return reduced;
    }

    /** Starts a problem over resources with these capacities. */
    public static Builder over(double... capacity) {
        return new Builder(capacity.clone());
    }

    /** Gathers customers and their options, customer by customer. */
    public static final class Builder {

        private final double[] capacity;
        private int[] optionStart = new int[1024];
        private double[] value = new double[1024];
        private int[] useStart = new int[1024];
        private int[] useResource = new int[1024];
        private double[] useAmount = new double[1024];
        private int customers;
        private int options;
        private int uses;

        private Builder(double[] capacity) {
            this.capacity = capacity;
        }

        /** Begins the next customer; options added from now on are theirs. */
        public Builder customer() {
            optionStart = room(optionStart, customers + 1);
            optionStart[customers++] = options;
            return this;
        }

        /** Adds an option of the present customer that brings this many fen. */
        public Builder option(double fen) {
            if (options == value.length) {
                value = Arrays.copyOf(value, options * 2);
            }
            useStart = room(useStart, options + 1);
            useStart[options] = uses;
            value[options++] = fen;
            return this;
        }

        /** Says that the present option draws on a resource. */
        public Builder uses(int resource, double amount) {
            if (!(amount > 0)) {
                throw new IllegalArgumentException("amount: %s (expected: > 0)".formatted(amount));
            }
            if (uses == useAmount.length) {
                useAmount = Arrays.copyOf(useAmount, uses * 2);
            }
            useResource = room(useResource, uses);
            useResource[uses] = resource;
            useAmount[uses++] = amount;
            return this;
        }

        public ContactOptions build() {
            int[] starts = Arrays.copyOf(optionStart, customers + 1);
            starts[customers] = options;
            int[] useStarts = Arrays.copyOf(useStart, options + 1);
            useStarts[options] = uses;
            return new ContactOptions(
                    starts,
                    Arrays.copyOf(value, options),
                    useStarts,
                    Arrays.copyOf(useResource, uses),
                    Arrays.copyOf(useAmount, uses),
                    capacity.clone());
        }

        private static int[] room(int[] array, int index) {
            return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, array.length * 2));
        }
    }
}
