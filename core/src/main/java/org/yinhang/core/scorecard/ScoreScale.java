package org.yinhang.core.scorecard;

/**
 * How log odds become points: {@code score = base + factor · (ln odds − ln odds at base)} with {@code factor = pointsToDouble /
 * ln 2} (Siddiqi 2006, "Credit Risk Scorecards", chapter 6). Odds are those of the wanted outcome, so more points are always
 * better.
 *
 * @param base the score at {@code oddsAtBase}
 * @param oddsAtBase wanted outcomes for one unwanted, above 0
 * @param pointsToDouble points that double the odds, above 0
 * @param event whether the event is what is wanted, such as a response, or what is not, such as a default
 * @param isWhole whether points are rounded to whole numbers
 */
public record ScoreScale(double base, double oddsAtBase, double pointsToDouble, Event event, boolean isWhole) {

    /** What the event means to the bank. */
    public enum Event {
        /** More points, likelier. */
        WANTED,
        /** More points, less likely. */
        UNWANTED
    }

    /** 600 points at 20:1, 20 points to double the odds, for a default; points as they come. */
    public static final ScoreScale USUAL = new ScoreScale(600, 20, 20, Event.UNWANTED, false);

    public ScoreScale {
        boolean works = Double.isFinite(base) && isPositive(oddsAtBase) && isPositive(pointsToDouble);
        if (!works) {
            throw new IllegalArgumentException(
                    "scale: %s points at %s:1, %s to double (expected: a number and two above 0)"
                            .formatted(base, oddsAtBase, pointsToDouble));
        }
    }

    private static boolean isPositive(double value) {
        return value > 0 && Double.isFinite(value);
    }

    /** The same for an event that is, or is not, wanted. */
    public ScoreScale forEvent(Event other) {
        return new ScoreScale(base, oddsAtBase, pointsToDouble, other, isWhole);
    }

    /** The same in whole points. */
    public ScoreScale inWholePoints() {
        return new ScoreScale(base, oddsAtBase, pointsToDouble, event, true);
    }

    /** The score of these log odds of the event. */
    public double score(double logOdds) {
        return base + factor() * (sign() * logOdds - Math.log(oddsAtBase));
    }

    /** The log odds of the event that a score stands for. */
    public double logOdds(double score) {
        return sign() * ((score - base) / factor() + Math.log(oddsAtBase));
    }

    /** The probability of the event that a score stands for, 0 to 1. */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-logOdds(score)));
    }

    /** Points for a part of the log odds of the event, rounded where points are whole. */
    double points(double logOdds) {
        return rounded(factor() * sign() * logOdds);
    }

    double rounded(double points) {
        return isWhole ? Math.rint(points) + 0.0 : points + 0.0;
    }

    private double factor() {
        return pointsToDouble / Math.log(2);
    }

    private int sign() {
        return switch (event) {
            case WANTED -> 1;
            case UNWANTED -> -1;
        };
    }
}
