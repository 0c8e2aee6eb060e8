package org.yinhang.core.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.yinhang.core.alert.ConversionHistory.Calendar;

/**
 * Made-up conversions of a bank's shape with a known drop, for judging a watch: channels, products and branches, weekdays and
 * holidays, days that scatter more than coins. Everything follows from the seed.
 */
public final class SimulatedConversions {

    static final int DAYS = 91;
    static final int DROP_DAY = 84;
    static final List<String> DIMENSIONS = List.of("channel", "product", "branch");
    static final int[] VALUES = {5, 4, 8};

    private static final double[] WEEKDAYS = {1.05, 1.02, 1.0, 1.0, 0.98, 0.85, 0.8};

    private final Random random;
    private final int beganEachDay;

    /** @param beganEachDay customers who begin on an ordinary day, of whom about a fifth convert */
    public SimulatedConversions(long seed, int beganEachDay) {
        this.random = new Random(seed);
        this.beganEachDay = beganEachDay;
    }

    /** A value's name. */
    static String name(int value) {
        return "v" + value;
    }

    /**
     * A quarter of a year.
     *
     * @param dimension whose value drops from {@link #DROP_DAY} on; -1 for none
     * @param factor what its conversion is multiplied by
     */
    ConversionHistory draw(int dimension, int value, double factor) {
        boolean[] holidays = new boolean[DAYS];
        Arrays.fill(holidays, 20, 23, true);
        holidays[50] = true;
        holidays[86] = true;
        long[][] began = new long[1 + 17][DAYS];
        long[][] converted = new long[1 + 17][DAYS];
        int firstWeekday = random.nextInt(7);
        for (int day = 0; day < DAYS; day++) {
            double season = WEEKDAYS[(firstWeekday + day) % 7] * (holidays[day] ? 0.7 : 1);
            double weather = Math.exp(0.02 * random.nextGaussian());
            int today = (int) (beganEachDay * (holidays[day] ? 0.6 : 1) * (0.9 + 0.2 * random.nextDouble()));
            for (int i = 0; i < today; i++) {
                int[] at = {pick(VALUES[0]), pick(VALUES[1]), pick(VALUES[2])};
                double chance = 0.2 * season * weather * (0.7 + 0.15 * at[0]) * (0.8 + 0.1 * at[1]);
                if (dimension >= 0 && day >= DROP_DAY && at[dimension] == value) {
                    chance *= factor;
                }
                count(began, at, day);
                if (random.nextDouble() < chance) {
                    count(converted, at, day);
                }
            }
        }
        SortedMap<String, SortedMap<String, DailyConversion>> parts = new TreeMap<>();
        int row = 1;
        for (int d = 0; d < VALUES.length; d++) {
            SortedMap<String, DailyConversion> values = new TreeMap<>();
            for (int v = 0; v < VALUES[d]; v++) {
                values.put(name(v), new DailyConversion(began[row], converted[row]));
                row++;
            }
            parts.put(DIMENSIONS.get(d), values);
        }
        return new ConversionHistory(
                new DailyConversion(began[0], converted[0]),
                parts,
                new Calendar(
                        IntStream.range(0, DAYS)
                                .map(day -> (firstWeekday + day) % 7)
                                .toArray(),
                        holidays));
    }

    /** The first values are the more frequent ones. */
    private int pick(int values) {
        return Math.min(random.nextInt(values), random.nextInt(values + 2) % values);
    }

    private static void count(long[][] counts, int[] at, int day) {
        counts[0][day]++;
        counts[1 + at[0]][day]++;
        counts[1 + VALUES[0] + at[1]][day]++;
        counts[1 + VALUES[0] + VALUES[1] + at[2]][day]++;
    }
}
