package org.yinhang.demobank.world;

/**
 * One person who works at the bank.
 *
 * @param staff staff number
 * @param branch where
 * @param name invented name
 * @param role account_manager, team_head, branch_head, credit_operator or caller
 * @param line online or field
 * @param joinedOn day number of the first working day
 */
public record StaffMember(String staff, String branch, String name, String role, String line, int joinedOn) {}
