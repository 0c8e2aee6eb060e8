package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * How several audiences share customers: pairwise, and for every combination how many are in exactly these (the numbers
 * of an UpSet picture: Lex and others 2014, doi 10.1109/TVCG.2014.2346248).
 *
 * @param pairs customers in both of two audiences; the diagonal counts each
 * @param combinations those that occur, the largest first
 */
public record Overlap(List<List<Integer>> pairs, List<Combination> combinations) {

    /** More audiences than anybody can look at. */
    public static final int MOST = 12;

    /**
     * Customers who are in exactly some of the audiences.
     *
     * @param audiences which, by place
     * @param count how many are in all of them and in no other
     */
    public record Combination(List<Integer> audiences, int count) {}

    /**
     * Compares audiences.
     *
     * @param audiences 1 to {@value #MOST}
     */
    public static Overlap of(List<Audience> audiences) {
        if (audiences.isEmpty() || audiences.size() > MOST) {
            throw new IllegalArgumentException("audiences: %d (expected: 1 to %d)".formatted(audiences.size(), MOST));
        }
        List<List<Integer>> pairs = new ArrayList<>();
        for (Audience row : audiences) {
            pairs.add(audiences.stream().map(row::overlap).toList());
        }
        RoaringBitmap all =
                RoaringBitmap.or(audiences.stream().map(Audience::bitmap).iterator());
        List<Combination> combinations = new ArrayList<>();
        split(audiences, 0, all, new BitSet(), combinations);
        combinations.sort(Comparator.comparingInt((Combination c) -> -c.count)
                .thenComparing(c -> c.audiences.size())
                .thenComparing(c -> c.audiences.toString()));
        return new Overlap(List.copyOf(pairs), List.copyOf(combinations));
    }

    private static void split(
            List<Audience> audiences, int next, RoaringBitmap left, BitSet in, List<Combination> combinations) {
        if (left.isEmpty()) {
            return;
        }
        if (next == audiences.size()) {
            combinations.add(new Combination(in.stream().boxed().toList(), left.getCardinality()));
            return;
        }
        RoaringBitmap one = audiences.get(next).bitmap();
        in.set(next);
        split(audiences, next + 1, RoaringBitmap.and(left, one), in, combinations);
        in.clear(next);
        split(audiences, next + 1, RoaringBitmap.andNot(left, one), in, combinations);
    }
}
