package org.yinhang.core.scorecard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.scorecard.merging.MergedBin.Kind;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class OptimalBinningTests {

    /** Rows being written one group after another. */
    private static final class Rows {
        private final List<Double> numbers = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<Boolean> outcomes = new ArrayList<>();

        Rows number(double value, int rows, int events) {
            for (int i = 0; i < rows; i++) {
                numbers.add(value);
                outcomes.add(i < events);
            }
            return this;
        }

        Rows word(String word, int rows, int events) {
            for (int i = 0; i < rows; i++) {
                words.add(word);
                outcomes.add(i < events);
            }
            return this;
        }

        MergedBins merge(MergeSettings settings) {
            Column column = words.isEmpty()
                    ? NumericColumn.of(
                            "x",
                            numbers.stream().mapToDouble(Double::doubleValue).toArray())
                    : CategoryColumn.of("x", words);
            BinnedTable table = BinnedTable.fit(Table.of("rows", List.of(column)), 64);
            boolean[] events = new boolean[outcomes.size()];
            for (int i = 0; i < events.length; i++) {
                events[i] = outcomes.get(i);
            }
            double[] weights = new double[events.length];
            Arrays.fill(weights, 1);
            return OptimalBinning.merge(table.bins().getFirst(), table.codes(0), events, weights, settings);
        }
    }

    private static List<String> labels(MergedBins bins) {
        return bins.bins().stream().map(MergedBin::label).toList();
    }

    @Test
    void weightAndValueFollowTheirDefinition() {
        MergedBins bins = new Rows()
                .number(1, 100, 40)
                .number(2, 100, 10)
                .merge(new MergeSettings(Criterion.INFORMATION_VALUE, Trend.AUTO, 1, 5, 0.05, 1, 1, 0, 1, 0, 0));
        MergedBin low = bins.bins().getFirst();
        assertThat(low.weightOfEvidence()).isCloseTo(Math.log((40 / 50.0) / (60 / 150.0)), within(1e-12));
        assertThat(low.informationValue()).isCloseTo((40 / 50.0 - 60 / 150.0) * low.weightOfEvidence(), within(1e-12));
        assertThat(low.rate()).isEqualTo(0.4);
        assertThat(bins.trend()).isEqualTo(Trend.DESCENDING);
    }

    @Test
    void neighboursThatDoNotDifferAreOneBin() {
        MergedBins bins = new Rows()
                .number(1, 200, 40)
                .number(2, 200, 42)
                .number(3, 200, 100)
                .merge(MergeSettings.USUAL);
        assertThat(labels(bins)).startsWith("(-∞, 3)", "[3, +∞)");
    }

    @Test
    void aTurnIsKeptWhereADirectionWouldLoseMuch() {
        Rows rows = new Rows().number(1, 200, 100).number(2, 200, 20).number(3, 200, 100);
        assertThat(rows.merge(MergeSettings.USUAL).trend()).isEqualTo(Trend.VALLEY);
        MergedBins rising = rows.merge(MergeSettings.USUAL.withTrend(Trend.ASCENDING));
        assertThat(labels(rising)).startsWith("(-∞, 3)", "[3, +∞)");
    }

    @Test
    void missingAndSpecialValuesStandApartAndAreNeutralWhenTooFew() {
        Rows rows = new Rows();
        for (int value = 1; value <= 30; value++) {
            rows.number(value, 40, value);
        }
        MergedBins bins = rows.number(9_999, 100, 80).number(Double.NaN, 6, 3).merge(MergeSettings.USUAL);
        MergedBin special = bins.bins().get(bins.bins().size() - 2);
        MergedBin missing = bins.bins().getLast();
        assertThat(special.kind()).isEqualTo(Kind.SPECIAL);
        assertThat(special.label()).isEqualTo("9999");
        assertThat(special.weightOfEvidence()).isPositive();
        assertThat(missing.kind()).isEqualTo(Kind.MISSING);
        assertThat(missing.isNeutral()).isTrue();
        assertThat(missing.weightOfEvidence()).isZero();
    }

    @Test
    void wordsAreGroupedByEventRateAndRareOnesJoinTheUnseen() {
        MergedBins bins = new Rows()
                .word("clerk", 300, 30)
                .word("student", 300, 150)
                .word("retired", 300, 31)
                .word("diver", 3, 3)
                .word("pilot", 4, 0)
                .merge(MergeSettings.USUAL);
        assertThat(labels(bins)).containsExactly("clerk, retired", "student", "other words", "missing");
        MergedBin others = bins.bins().get(2);
        assertThat(others.rows()).isEqualTo(7);
        assertThat(others.isNeutral()).isTrue();
    }

    @Test
    void aColumnWithoutAnyDivisionIsOneBin() {
        MergedBins bins = new Rows().number(1, 20, 2).number(2, 20, 3).merge(MergeSettings.USUAL);
        assertThat(labels(bins)).containsExactly("(-∞, +∞)", "missing");
        assertThat(bins.informationValue()).isCloseTo(0, within(1e-12));
    }

    @Test
    void asManyBinsAsThereCanBeWhereMoreAreAskedFor() {
        MergedBins bins = new Rows().number(1, 200, 40).number(2, 200, 100).merge(MergeSettings.USUAL.withBins(5, 8));
        assertThat(labels(bins)).containsExactly("(-∞, 2)", "[2, +∞)", "missing");
    }
}
