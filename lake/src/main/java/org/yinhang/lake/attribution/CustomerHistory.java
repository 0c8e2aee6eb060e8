package org.yinhang.lake.attribution;

import java.util.List;
import java.util.Optional;

/**
 * The touches, applications and loans of one customer.
 *
 * @param customer customer number
 * @param branch that keeps them; empty where the bank does not know
 * @param touches in order of time
 * @param stages their applications came to, in order of time; none unless read whole
 * @param loans by the day they were paid out
 */
record CustomerHistory(
        int customer, String branch, List<JourneyTouch> touches, List<ReachedStage> stages, List<PaidOut> loans) {

    /** The value of what nothing came before. */
    static final String OWN = "";

    /** The last touch that can have led to something that happened on a day, days since 1970. */
    Optional<JourneyTouch> source(long day, int windowDays) {
        JourneyTouch last = null;
        for (JourneyTouch touch : touches) {
            if (touch.isExposure() && touch.day() <= day && touch.day() >= day - windowDays) {
                last = touch;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The value of something of a product that happened on a day: its own product, the customer's branch, else the last touch's. */
    String value(Breakdown by, String product, long day, int windowDays) {
        return switch (by) {
            case PRODUCT -> product;
            case BRANCH -> branch;
            case CHANNEL, CAMPAIGN, STAFF ->
                source(day, windowDays).map(touch -> touch.of(by)).orElse(OWN);
        };
    }
}
