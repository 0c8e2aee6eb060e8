package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Random parts of an audience; the same seed draws the same customers. */
public final class Samples {

    private Samples() {}

    /**
     * Draws customers, each with the same chance (Floyd's algorithm: Bentley and Floyd 1987, doi 10.1145/30401.315746).
     *
     * @param size how many, at least 0; the whole audience when it has fewer
     */
    public static Audience random(Audience audience, int size, long seed) {
        int count = audience.count();
        if (size < 0) {
            throw new IllegalArgumentException("size: %d (expected: at least 0)".formatted(size));
        }
        if (size >= count) {
            return audience;
        }
        SplittableRandom random = new SplittableRandom(seed);
        RoaringBitmap ranks = new RoaringBitmap();
        for (int last = count - size; last < count; last++) {
            int rank = random.nextInt(last + 1);
            ranks.add(ranks.contains(rank) ? last : rank);
        }
        RoaringBitmap drawn = new RoaringBitmap();
        IntIterator customers = audience.bitmap().getIntIterator();
        IntIterator wanted = ranks.getIntIterator();
        int at = -1;
        int customer = 0;
        while (wanted.hasNext()) {
            for (int rank = wanted.next(); at < rank; at++) {
                customer = customers.next();
            }
            drawn.add(customer);
        }
        return Audience.owning(drawn);
    }

    /**
     * Draws from every stratum in proportion to its size; what rounding leaves over goes to the largest remainders, the
     * earlier stratum first.
     *
     * @param strata without common customers
     * @param size how many in all, at least 0
     * @return one sample a stratum
     */
    public static List<Audience> stratified(List<Audience> strata, int size, long seed) {
        long all = strata.stream().mapToLong(Audience::count).sum();
        int wanted = (int) Math.min(size, all);
        int[] sizes = new int[strata.size()];
        int given = 0;
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = all == 0 ? 0 : (int) ((long) wanted * strata.get(i).count() / all);
            given += sizes[i];
            byRemainder.add(i);
        }
        byRemainder.sort(
                Comparator.comparingLong(i -> -((long) wanted * strata.get(i).count() % Math.max(1, all))));
        for (int i = 0; given < wanted; i++, given++) {
            sizes[byRemainder.get(i)]++;
        }
        Random seeds = new Random(seed);
        List<Audience> samples = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            samples.add(random(strata.get(i), sizes[i], seeds.nextLong()));
        }
        return List.copyOf(samples);
    }
}
