package org.yinhang.lake.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

class DriftTests {

    private static TagFigures codes(long a, long b, long missing) {
        return new TagFigures(a + b + missing, a + b, new TreeMap<>(Map.of("a", a, "b", b)), new TreeMap<>());
    }

    @Test
    void isTheStabilityIndexOfTheShares() {
        // Shares 0.5, 0.4, 0.1 before and 0.4, 0.4, 0.2 now.
        double expected = -0.1 * Math.log(0.4 / 0.5) + 0.1 * Math.log(0.2 / 0.1);
        assertThat(Drift.between(codes(50, 40, 10), codes(40, 40, 20))).isCloseTo(expected, within(1e-12));
        assertThat(Drift.between(codes(50, 40, 10), codes(500, 400, 100))).isZero();
    }

    @Test
    void seesNumbersThatMoved() {
        TagFigures before = numbers(1.0);
        assertThat(Drift.between(before, before)).isZero();
        assertThat(Drift.between(before, numbers(1.02))).isLessThan(0.1);
        assertThat(Drift.between(before, numbers(2.0))).isGreaterThan(0.25);
    }

    private static TagFigures numbers(double factor) {
        Random random = new Random(1);
        long[] values = new long[BlockValues.ROWS];
        long[] present = new long[BlockValues.ROWS >>> 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(factor * Math.exp(8 + random.nextGaussian()));
            present[i >>> 6] |= 1L << i;
        }
        FiguresCount count = new FiguresCount(ValueType.MONEY);
        count.add(new Vector.Wholes(values), present);
        return count.figures();
    }

    @Test
    void findsQuantilesWithinAnEighth() {
        TagFigures figures = numbers(1);
        double median = NumberBands.start(ValueType.MONEY, figures.place(0.5));
        assertThat(median).isBetween(Math.exp(8) * 0.85, Math.exp(8) * 1.05);
        assertThat(figures.coverage()).isEqualTo(1);
    }

    @Test
    void placesNumbersInTheirOrder() {
        double[] rising = {-1e12, -18, -16, -1, -0.001, 0, 1e-9, 0.5, 1, 2, 3, 15, 16, 1e12};
        for (int i = 1; i < rising.length; i++) {
            assertThat(NumberBands.of(rising[i])).isGreaterThan(NumberBands.of(rising[i - 1]));
        }
        for (int i = 0; i <= 16; i++) {
            assertThat(NumberBands.start(ValueType.INTEGER, NumberBands.of(ValueType.INTEGER, i)))
                    .isEqualTo(i);
        }
    }
}
