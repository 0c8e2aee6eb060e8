package org.yinhang.opportunity;

/**
 * Somebody who works opportunities.
 *
 * @param staff code in the bank's staff list
 * @param branchPath where they work, such as {@code /1/4/}
 * @param isOnline whether they work for customers nobody keeps, wherever these are
 * @param capacity most opportunities they have at a time
 * @param load how many they have
 */
public record Seat(String staff, String branchPath, boolean isOnline, int capacity, int load) {}
