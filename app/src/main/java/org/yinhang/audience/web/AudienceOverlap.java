package org.yinhang.audience.web;

import java.util.List;

/**
 * How audiences share customers, within what the viewer may see and approach.
 *
 * @param audiences those compared
 * @param pairs customers in both of two; the diagonal counts each
 * @param combinations how many are in exactly some of them and in no other, the most first; adds up to everybody in any
 */
public record AudienceOverlap(List<Member> audiences, List<List<Integer>> pairs, List<Combination> combinations) {

    /** One of those compared. */
    public record Member(long id, String name, int customers) {}

    /**
     * Customers who are in exactly some of the audiences.
     *
     * @param in for each audience whether they are in it
     * @param predicate finds them again
     */
    public record Combination(List<Boolean> in, int customers, String predicate) {}

    /** Customers in any of them. */
    public long customers() {
        return combinations.stream().mapToLong(Combination::customers).sum();
    }
}
