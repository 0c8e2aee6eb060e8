package org.yinhang.product;

/**
 * What live decisions made while a version was on trial say of it. Every figure "without" is of what is in force, "with" of the version, for the
 * same customers.
 *
 * @param decisions made meanwhile
 * @param decided of them by the version
 * @param different where the two differ
 * @param offeredWithout decisions that offer something without it
 * @param offeredWith decisions that offer something with it
 * @param rateWithout mean yearly rate of the first offer in ppm, where both offer something; NaN where they never do
 * @param rateWith the same with it
 * @param limitWithout mean limit of the first offer in fen, where both offer something; NaN where they never do
 * @param limitWith the same with it
 */
public record TrialFigures(
        long decisions,
        long decided,
        long different,
        long offeredWithout,
        long offeredWith,
        double rateWithout,
        double rateWith,
        double limitWithout,
        double limitWith) {}
