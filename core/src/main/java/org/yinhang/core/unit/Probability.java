package org.yinhang.core.unit;

/**
 * The chance that something happens.
 *
 * @param value from 0 (never) to 1 (surely), both included
 */
public record Probability(double value) implements Comparable<Probability> {

    public Probability {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("probability: %s (expected: 0 to 1)".formatted(value));
        }
    }

    public static Probability of(double value) {
        return new Probability(value);
    }

    public Probability complement() {
        return new Probability(1 - value);
    }

    @Override
    public int compareTo(Probability other) {
        return Double.compare(value, other.value);
    }
}
