package org.yinhang.decision.outreach;

/**
 * One way to approach one customer.
 *
 * @param product position of the product
 * @param channel position of the channel
 * @param response chance that somebody approached applies; NaN where no score is known
 * @param lift what the touch adds to the chance of an application
 * @param approval chance that an application is approved
 * @param marginFen what an approved loan leaves
 * @param lossFen expected loss of an approved loan
 * @param valueFen expected to come of it, after the touch
 * @param ratePpm offered, in millionths a year
 * @param limitFen offered
 */
public record OutreachOption(
        int product,
        int channel,
        double response,
        double lift,
        double approval,
        long marginFen,
        long lossFen,
        long valueFen,
        int ratePpm,
        long limitFen) {

    OutreachOption valued(double otherLift, long otherValue) {
        return new OutreachOption(
                product, channel, response, otherLift, approval, marginFen, lossFen, otherValue, ratePpm, limitFen);
    }
}
