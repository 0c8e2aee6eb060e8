package org.yinhang.access;

/**
 * A branch and how many users belong to it.
 *
 * @param branch which
 * @param users its own, without those of branches below
 */
public record BranchStaff(Branch branch, long users) {}
