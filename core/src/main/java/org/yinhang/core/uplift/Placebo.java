package org.yinhang.core.uplift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Interval;

/**
 * The Qini coefficients of the same predictions when who was treated is dealt out anew by lot: there is no effect then, so they
 * should lie around 0. What the real one exceeds is not chance.
 *
 * @param times how often it was dealt
 * @param mean of them
 * @param interval the middle 95 %
 * @param pValue the chance that lot alone does as well as the real one: 1 + those as high, by 1 + times
 */
public record Placebo(int times, double mean, Interval interval, double pValue) {

    static Placebo of(UpliftCurve curve, boolean[] treated, double real, int times, long seed) {
        double[] qinis = new double[times];
        IntStream.range(0, times).parallel().forEach(time -> {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + time);
            boolean[] dealt = treated.clone();
            for (int i = dealt.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                boolean swap = dealt[i];
                dealt[i] = dealt[j];
                dealt[j] = swap;
            }
            qinis[time] = curve.qiniOf(dealt);
        });
        long asHigh = Arrays.stream(qinis).filter(qini -> qini >= real).count();
        return new Placebo(
                times,
                Arrays.stream(qinis).average().orElse(Double.NaN),
                Interval.ofDraws(qinis),
                (1.0 + asHigh) / (1.0 + times));
    }
}
