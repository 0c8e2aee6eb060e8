package org.yinhang.core.audience;

import java.util.Set;

/**
 * How to look for customers like those of a seed.
 *
 * @param excluded tags not to look at, such as those the seed was chosen by
 * @param mostSeeds seed customers to learn from at most, at least 50
 * @param mostOthers other customers to learn from at most, at least 50
 * @param seed of every random choice
 */
public record LookAlikeSettings(Set<String> excluded, int mostSeeds, int mostOthers, long seed) {

    public LookAlikeSettings {
        excluded = Set.copyOf(excluded);
        if (mostSeeds < 50 || mostOthers < 50) {
            throw new IllegalArgumentException(
                    "mostSeeds: %d, mostOthers: %d (expected: at least 50)".formatted(mostSeeds, mostOthers));
        }
    }

    /** Every tag, up to 10,000 seed customers and 20,000 others. */
    public static LookAlikeSettings usual(long seed) {
        return new LookAlikeSettings(Set.of(), 10_000, 20_000, seed);
    }
}
