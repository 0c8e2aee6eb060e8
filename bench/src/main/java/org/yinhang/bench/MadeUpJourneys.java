package org.yinhang.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.TableWriter;

/** Events of customers who go through twelve steps more or less in order, ten events each on average, over half a year. */
final class MadeUpJourneys {

    static final int STEPS = 12;
    static final int EVENTS_EACH = 10;
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int DAYS = 180;
    private static final List<String> CHANNELS = List.of("app", "app", "app", "web", "wechat", "kiosk");

    private MadeUpJourneys() {}

    /** The code of a step's event. */
    static String name(int step) {
        return String.format(Locale.ROOT, "step_%02d", step + 1);
    }

    /** How many customers so many events belong to. */
    static int customers(long events) {
        return Math.toIntExact(Math.max(1, events / EVENTS_EACH));
    }

    /** Writes so many events, give or take a journey, into an empty lake. */
    static void write(Lake lake, long events) {
        int customers = customers(events);
        try (LakeCommit commit = lake.begin()) {
            try (TableWriter writer = commit.writer("events")) {
                for (int bucket = 0; bucket < Lake.BUCKETS; bucket++) {
                    for (int customer = 0; customer < customers; customer++) {
                        if (Lake.bucketOf(customer) == bucket) {
                            journey(writer, customer);
                        }
                    }
                }
            }
            commit.publish(List.of());
        }
    }

    /** Between one and nineteen events; the customer after has as many fewer than twenty. */
    private static void journey(TableWriter writer, int customer) {
        SplittableRandom pair = new SplittableRandom(customer >>> 1);
        int drawn = 1 + pair.nextInt(2 * EVENTS_EACH - 1);
        int count = (customer & 1) == 0 ? drawn : 2 * EVENTS_EACH - drawn;
        SplittableRandom dice = new SplittableRandom(customer * 31L + 7);
        long end = LAST_DAY.toEpochDay() * MICROS_PER_DAY;
        long[] instants = dice.longs(count, end - DAYS * MICROS_PER_DAY, end)
                .map(instant -> instant - Math.floorMod(instant, 1_000_000L))
                .toArray();
        Arrays.sort(instants);
        int next = 0;
        for (int i = 0; i < count; i++) {
            int step = dice.nextInt(10) < 7 ? Math.min(next, STEPS - 1) : dice.nextInt(STEPS);
            next = step == next ? next + 1 : next;
            long id = (long) customer * 32 + i;
            writer.row(customer, instants[i], instants[i] + 7_200_000_000L, id)
                    .absent()
                    .text(name(step))
                    .absent()
                    .absent()
                    .text(CHANNELS.get(dice.nextInt(CHANNELS.size())))
                    .absent()
                    .absent()
                    .absent()
                    .end();
        }
    }
}
