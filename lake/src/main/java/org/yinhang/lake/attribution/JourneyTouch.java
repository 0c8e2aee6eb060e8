package org.yinhang.lake.attribution;

/**
 * A touch in a journey; codes are empty where the bank does not know them.
 *
 * @param branch that keeps the customer
 * @param day on which it was, days since 1970 in the bank's zone
 * @param isExposure whether the customer can have noticed: a call or visit that found nobody costs money and moves nobody
 * @param isReplied whether it was answered with interest or an acceptance
 * @param benefits what those it promised and the customer redeemed cost, yuan
 */
record JourneyTouch(
        String channel,
        String campaign,
        String product,
        String branch,
        String staff,
        long day,
        boolean isExposure,
        boolean isReplied,
        double benefits) {

    String of(Breakdown by) {
        return switch (by) {
            case CHANNEL -> channel;
            case CAMPAIGN -> campaign;
            case PRODUCT -> product;
            case BRANCH -> branch;
            case STAFF -> staff;
        };
    }
}
