package org.yinhang.core.evaluation;

/**
 * PSI, the population stability index: how far two distributions over the same groups differ, the sum of (share − reference
 * share) × ln(share / reference share), which is the symmetric Kullback–Leibler divergence (Jeffreys 1946). By custom below 0.1 is
 * stable, above 0.25 has shifted.
 *
 * @param value at least 0; half a row is added to every group, so that an empty one does not make it infinite
 * @param byChance what equal distributions would show on average with so few rows: (groups − 1) × (1/n + 1/m) (Yurdakul
 *     and Naranjo 2020, doi 10.21314/JRMV.2020.227)
 */
public record StabilityIndex(double value, double byChance) {

    /** Compares how many rows each group has; groups empty on both sides do not count. */
    public static StabilityIndex of(int[] reference, int[] current) {
        if (reference.length != current.length) {
            throw new IllegalArgumentException("groups: %d (expected: %d)".formatted(current.length, reference.length));
        }
        int groups = 0;
        double referenceRows = 0;
        double currentRows = 0;
        for (int group = 0; group < reference.length; group++) {
            groups += isUsed(reference, current, group) ? 1 : 0;
            referenceRows += reference[group];
            currentRows += current[group];
        }
        double sum = 0;
        for (int group = 0; group < reference.length; group++) {
            if (isUsed(reference, current, group)) {
                double expected = (reference[group] + 0.5) / (referenceRows + 0.5 * groups);
                double actual = (current[group] + 0.5) / (currentRows + 0.5 * groups);
                sum += (actual - expected) * Math.log(actual / expected);
            }
        }
        return new StabilityIndex(sum, Math.max(0, groups - 1) * (1 / referenceRows + 1 / currentRows));
    }

    private static boolean isUsed(int[] reference, int[] current, int group) {
        return reference[group] > 0 || current[group] > 0;
    }
}
