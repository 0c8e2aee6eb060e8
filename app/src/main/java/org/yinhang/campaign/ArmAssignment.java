package org.yinhang.campaign;

import java.time.Instant;

/**
 * A customer whom chance put into an arm.
 *
 * @param customer customer number
 * @param arm the arm's code
 * @param at when, for good
 */
public record ArmAssignment(int customer, String arm, Instant at) {}
