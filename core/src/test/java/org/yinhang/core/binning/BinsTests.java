package org.yinhang.core.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class BinsTests {

    @Property(tries = 200)
    void everyNumberFallsBetweenTheCutsOfItsBin(@ForAll long seed, @ForAll @IntRange(min = 2, max = 250) int most) {
        Random random = new Random(seed);
        double[] values = random.doubles(1_000, -50, 50).toArray();
        Arrays.fill(values, 0, 300, Math.rint(values[0]));
        NumberBins bins = NumberBins.fit(NumericColumn.of("x", values), most);
        double[] cuts = bins.cuts();
        assertThat(cuts.length).isLessThan(most);
        for (double value : values) {
            int interval = bins.bin(value) - bins.firstInterval();
            if (interval >= 0) {
                assertThat(interval == 0 || value >= cuts[interval - 1]).isTrue();
                assertThat(interval == cuts.length || value < cuts[interval]).isTrue();
            } else {
                assertThat(bins.specials()).contains(value);
            }
        }
    }

    @Test
    void cutsAreThePlainestNumbersThatDivide() {
        assertThat(NumberBins.between(28.7, 31.2)).isEqualTo(30);
        assertThat(NumberBins.between(-3.4, 2.2)).isEqualTo(0);
        assertThat(NumberBins.between(0.1234, 0.1251)).isEqualTo(0.124);
        assertThat(NumberBins.between(18_234, 41_000)).isEqualTo(20_000);
        assertThat(NumberBins.between(1, Math.nextUp(1.0))).isEqualTo(Math.nextUp(1.0));
    }

    @Test
    void aValueThatFillsABinHasItToItself() {
        double[] values = new double[400];
        for (int i = 0; i < 400; i++) {
            values[i] = i < 150 ? 7 : i % 20;
        }
        NumberBins bins = NumberBins.fit(NumericColumn.of("x", values), 5);
        int seven = bins.bin(7);
        assertThat(bins.bin(6)).isLessThan(seven);
        assertThat(bins.bin(8)).isGreaterThan(seven);
    }

    @Test
    void missingAndSpecialValuesStandApart() {
        double[] values = new double[500];
        for (int i = 0; i < 500; i++) {
            values[i] = i % 5 == 0 ? 999 : i % 7 == 0 ? Double.NaN : i % 40;
        }
        NumberBins bins = NumberBins.fit(NumericColumn.of("days", values), 8);
        assertThat(bins.bin(Double.NaN)).isEqualTo(Bins.MISSING);
        assertThat(bins.bin(999)).isEqualTo(bins.firstInterval() - 1);
        assertThat(bins.label(bins.bin(999))).isEqualTo("999");
        assertThat(bins.label(bins.firstInterval())).startsWith("(-∞, ");
        assertThat(bins.label(bins.count() - 1)).endsWith(", +∞)");
    }

    @Test
    void rareAndUnseenWordsShareTheLastBin() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            words.add(i % 3 == 0 ? "nurse" : i % 3 == 1 ? "teacher" : "job " + i);
        }
        words.add("");
        CategoryColumn column = CategoryColumn.of("job", words);
        WordBins bins = WordBins.fit(column, 2);
        assertThat(bins.words()).containsExactly("nurse", "teacher");
        Table later = Table.of("later", List.of(CategoryColumn.of("job", List.of("teacher", "pilot", ""))));
        BinnedTable binned = BinnedTable.of(later, List.of(bins));
        assertThat(binned.bin(0, 0)).isEqualTo(2);
        assertThat(binned.bin(0, 1)).isEqualTo(bins.others());
        assertThat(binned.bin(0, 2)).isEqualTo(Bins.MISSING);
    }

    @Test
    void refusesCutsThatDoNotRise() {
        assertThatThrownBy(() -> NumberBins.of("x", new double[0], new double[] {2, 1}))
                .hasMessageContaining("rising");
    }
}
