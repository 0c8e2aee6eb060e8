package org.yinhang.insight.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.experiment.Power;

/**
 * How large an experiment must be, as asked on the page.
 *
 * @param baseline the share that responds without, in percent
 * @param lift the smallest lift worth finding, in percent of that
 * @param perDay customers a day
 * @param each customers for each of two arms, where one looks at the end; empty where the figures make no sense
 * @param anyTime the same where one looks at any time
 */
public record ExperimentSize(double baseline, double lift, double perDay, Optional<Long> each, Optional<Long> anyTime) {

    private static final double USUAL_BASELINE = 3;
    private static final double USUAL_LIFT = 20;
    private static final double USUAL_PER_DAY = 500;

    static ExperimentSize of(Map<String, String> asked) {
        double baseline = number(asked.get("baseline"), USUAL_BASELINE);
        double lift = number(asked.get("lift"), USUAL_LIFT);
        double perDay = number(asked.get("perDay"), USUAL_PER_DAY);
        double control = baseline / 100;
        double arm = control * (1 + lift / 100);
        if (!(control > 0 && control < 1 && arm > 0 && arm < 1 && arm != control && perDay >= 1)) {
            return new ExperimentSize(baseline, lift, perDay, Optional.empty(), Optional.empty());
        }
        double units = Power.USUAL.unitsForShares(control, arm);
        return new ExperimentSize(baseline, lift, perDay, Optional.of((long) Math.ceil(units)), Optional.of((long)
                Math.ceil(units * Power.USUAL.anyTimeFactor())));
    }

    /** The number asked for; not a number where the word is none, so that nothing is worked out of it. */
    private static double number(@Nullable String word, double usual) {
        try {
            double number = word == null || word.isBlank() ? usual : Double.parseDouble(word.strip());
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A figure as the page asks for it; nothing where none was given. */
    public static String asked(double figure) {
        return Double.isNaN(figure) ? "" : String.valueOf(figure);
    }

    /** Days until so many are in both arms. */
    public long days(long units) {
        return (long) Math.ceil(2 * units / perDay);
    }
}
