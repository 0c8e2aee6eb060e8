package org.yinhang.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConversionWatchTests {

    private static final int EACH_DAY = 8_000;
    private static final ConversionWatch WATCH = new ConversionWatch(0.002);

    @Test
    void findsADropOfAFifthInOneDimensionAndNamesIt() {
        WatchQuality quality = WatchQuality.measure(WATCH, 60, 4, EACH_DAY, 0.8);
        assertThat(quality.recall()).as("%s", quality).isGreaterThanOrEqualTo(0.9);
        assertThat(quality.precision()).as("%s", quality).isGreaterThanOrEqualTo(0.9);
        assertThat(quality.falseAlarms())
                .as("quiet weeks, each with a holiday, at 0.002 a day")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void aRiseIsFoundTooAndIsNoDrop() {
        ConversionHistory history = new SimulatedConversions(12, EACH_DAY).draw(0, 1, 1.3);
        ConversionAlert alert =
                WATCH.judge(history, SimulatedConversions.DAYS - 1).orElseThrow();
        assertThat(alert.z()).isPositive();
        assertThat(alert.dimension()).isEqualTo("channel");
        assertThat(alert.causes().getFirst().value()).isEqualTo("v1");
        assertThat(alert.causes().getFirst().explains()).isGreaterThan(0.5);
    }

    @Test
    void aDropEverywhereHasNoDimension() {
        ConversionHistory calm = new SimulatedConversions(8, EACH_DAY).draw(-1, 0, 1);
        assertThat(WATCH.judge(calm, SimulatedConversions.DAYS - 1)).isEmpty();
        ConversionAlert alert = WATCH.judge(everywhere(calm, 0.7), SimulatedConversions.DAYS - 1)
                .orElseThrow();
        assertThat(alert.z()).isNegative();
        assertThat(alert.dimension()).isEmpty();
        assertThat(alert.found()).isLessThan(0.8 * alert.expected());
    }

    private static ConversionHistory everywhere(ConversionHistory history, double factor) {
        SortedMap<String, SortedMap<String, DailyConversion>> parts = new TreeMap<>();
        history.parts().forEach((dimension, values) -> {
            SortedMap<String, DailyConversion> scaled = new TreeMap<>();
            values.forEach((value, series) -> scaled.put(value, scaled(series, factor)));
            parts.put(dimension, scaled);
        });
        return new ConversionHistory(scaled(history.total(), factor), parts, history.calendar());
    }

    private static DailyConversion scaled(DailyConversion series, double factor) {
        long[] converted = series.converted().clone();
        for (int day = SimulatedConversions.DROP_DAY; day < converted.length; day++) {
            converted[day] = Math.round(converted[day] * factor);
        }
        return new DailyConversion(series.began(), converted);
    }

    @Test
    void asksForNineWeeksOfHistory() {
        ConversionHistory history = new SimulatedConversions(1, 50).draw(-1, 0, 1);
        assertThat(ConversionWatch.LEAST_DAYS).isEqualTo(63);
        assertThatThrownBy(() -> WATCH.judge(history, 61)).hasMessageContaining("62 to 90");
    }

    @Test
    void daysWithoutAnybodyAreNoAlert() {
        ConversionHistory history = new SimulatedConversions(1, 0).draw(-1, 0, 1);
        assertThat(WATCH.judge(history, SimulatedConversions.DAYS - 1)).isEmpty();
    }
}
