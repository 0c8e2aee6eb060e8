package org.yinhang.compliance.policy;

/**
 * Who carries a touch out.
 *
 * @param code in the bank's staff list
 * @param role as that list names it; empty where it does not know them
 */
public record StaffMember(String code, String role) {}
