package org.yinhang.lake.increment;

/**
 * A customer whom chance put into an arm.
 *
 * @param customer customer number
 * @param at when, microseconds since 1970, UTC
 * @param arm its name
 */
public record ArmCustomer(int customer, long at, String arm) {}
