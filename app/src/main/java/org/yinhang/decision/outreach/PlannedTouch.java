package org.yinhang.decision.outreach;

/**
 * One contact of a kept plan.
 *
 * @param rank place by value, from 1
 * @param customer customer number
 * @param product code
 * @param channel code
 * @param slot code of the part of the day
 * @param lift what the touch adds to the chance of an application
 * @param approval chance that an application is approved
 * @param ratePpm offered, in millionths a year
 * @param limitFen offered
 * @param valueFen expected to come of it
 */
public record PlannedTouch(
        int rank,
        int customer,
        String product,
        String channel,
        String slot,
        double lift,
        double approval,
        int ratePpm,
        long limitFen,
        long valueFen) {}
