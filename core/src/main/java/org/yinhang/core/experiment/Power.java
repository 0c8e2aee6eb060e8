package org.yinhang.core.experiment;

import org.yinhang.core.algebra.NormalTails;

/**
 * How many units an experiment needs, and how surely it finds what it looks for: two arms, tested on both sides.
 *
 * @param alpha chance of finding a difference where there is none
 * @param power chance of finding the difference looked for
 */
public record Power(double alpha, double power) {

    /** Customary: 5 % and 80 %. */
    public static final Power USUAL = new Power(0.05, 0.8);

    public Power {
        if (!(alpha > 0 && alpha < 1) || !(power > alpha && power < 1)) {
            throw new IllegalArgumentException(
                    "alpha: %s, power: %s (expected: 0 < alpha < power < 1)".formatted(alpha, power));
        }
    }

    /** The value a standard normal variable stays below with this probability. */
    static double point(double probability) {
        double distance = NormalTails.distance(2 * Math.min(probability, 1 - probability));
        return probability < 0.5 ? -distance : distance;
    }

    private static double below(double z) {
        double outside = NormalTails.twoSided(z) / 2;
        return z < 0 ? outside : 1 - outside;
    }

    /** Units for each arm to tell two shares apart (Fleiss 1981, 3.14, without continuity correction); not rounded. */
    public double unitsForShares(double control, double arm) {
        double middle = (control + arm) / 2;
        double chance = point(1 - alpha / 2) * Math.sqrt(2 * middle * (1 - middle));
        double found = point(power) * Math.sqrt(control * (1 - control) + arm * (1 - arm));
        return square((chance + found) / (arm - control));
    }

    /** Units for each arm to tell two means apart that differ by so much; not rounded. */
    public double unitsForMeans(double difference, double deviation) {
        return 2 * square((point(1 - alpha / 2) + point(power)) * deviation / difference);
    }

    /** The chance of telling two shares apart with so many units in each arm. */
    public static double ofShares(double units, double control, double arm, double alpha) {
        double middle = (control + arm) / 2;
        double chance = point(1 - alpha / 2) * Math.sqrt(2 * middle * (1 - middle));
        double seen = Math.sqrt(units) * Math.abs(arm - control);
        return below((seen - chance) / Math.sqrt(control * (1 - control) + arm * (1 - arm)));
    }

    /** The chance of telling two means apart with so many units in each arm. */
    public static double ofMeans(
            double controlUnits, double armUnits, double difference, double deviation, double alpha) {
        double error = deviation * Math.sqrt(1 / controlUnits + 1 / armUnits);
        double reach = point(1 - alpha / 2);
        return below(Math.abs(difference) / error - reach) + below(-Math.abs(difference) / error - reach);
    }

    /** The smallest lift of a share that so many units in each arm find, to one part in a million of the share. */
    public double smallestLift(double units, double control) {
        double low = 0;
        double high = 1 / control - 1;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (unitsForShares(control, control * (1 + middle)) > units) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * By how much more units are needed when one looks at any time and wants this power by the end at the latest. Most
     * experiments with a real difference end well before.
     */
    public double anyTimeFactor() {
        double reach = new AnyTime(alpha, 1, 2).reach(1);
        return square((reach + point(power)) / (point(1 - alpha / 2) + point(power)));
    }

    private static double square(double value) {
        return value * value;
    }
}
