package org.yinhang.demobank.world;

/**
 * Random draws keyed by (seed, subject, day, purpose, count), so what is drawn never depends on the order or the
 * threads in which customers are played. The generator is SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
 * pseudorandom number generators") used as a counter-based hash.
 */
public final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long TRAITS = 1L << 40;
    private static final double UNIT = 0x1.0p-53;
    private static final double ROOT3 = 1.7320508075688772;

    private final long seed;
    private long subject;
    private long position;

    public Dice(long seed) {
        this.seed = mix(seed + GAMMA);
    }

    /** Turns to a customer, an employer, or whatever the draws are about. */
    public Dice about(long number) {
        subject = mix(seed ^ mix(number + GAMMA));
        return this;
    }

    /** Starts the stream of one purpose on one day. */
    public Dice on(int day, Purpose purpose) {
        position = mix(subject + ((long) day * 64 + purpose.number()) * GAMMA);
        return this;
    }

    /** Starts the stream of one purpose for what never changes. */
    public Dice forever(Purpose purpose) {
        position = mix(subject + (TRAITS + purpose.number()) * GAMMA);
        return this;
    }

    /** 64 fresh bits. */
    public long bits() {
        position += GAMMA;
        return mix(position);
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        return (bits() >>> 11) * UNIT;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform whole number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Near-normal with mean 0 and variance 1, within ±3.5: the sum of four uniforms (Irwin–Hall), scaled. */
    public double normal() {
        long b = bits();
        long sum = (b & 0xFFFF) + ((b >>> 16) & 0xFFFF) + ((b >>> 32) & 0xFFFF) + (b >>> 48);
        return (sum / 65536.0 - 2.0) * ROOT3;
    }

    /** Position of the drawn weight; weights need not sum to one. */
    public int weighted(double... weights) {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
