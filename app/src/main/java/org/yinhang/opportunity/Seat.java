package org.yinhang.opportunity;

import java.util.Collections;
import java.util.Set;

/**
 * Somebody who works opportunities.
 *
 * @param staff code in the bank's staff list
 * @param branchPath where they work, such as {@code /1/4/}
 * @param isOnline whether they work for customers nobody keeps, wherever these are
 * @param capacity most opportunities they have at a time
 * @param load how many they have
 * @param team what part of the work they do
 * @param skills fields they are good at, see {@link Skills}
 */
public record Seat(
        String staff, String branchPath, boolean isOnline, int capacity, int load, WorkTeam team, Set<String> skills) {

    public Seat {
        skills = Set.copyOf(skills);
    }

    /** Whether they are good at any of these fields. */
    public boolean isGoodAt(Set<String> fields) {
        return !Collections.disjoint(skills, fields);
    }
}
