package org.yinhang.demobank.contact;

/**
 * One contact the bank makes with one customer on the day being played.
 *
 * @param customer dense customer number
 * @param campaign code of the campaign it belongs to
 * @param offer what is offered
 * @param channel how
 * @param staff who makes it, or empty for a machine
 * @param hour local hour, 0 to 23
 * @param ratePpm annual rate offered, in millionths
 * @param record number under which another system writes the contact into the lake itself, or 0 where the simulated bank
 *     does; the customer answers either way
 */
public record ContactAction(
        int customer, String campaign, Offer offer, Channel channel, String staff, int hour, int ratePpm, long record) {

    /** A contact the simulated bank writes down itself. */
    public ContactAction(
            int customer, String campaign, Offer offer, Channel channel, String staff, int hour, int ratePpm) {
        this(customer, campaign, offer, channel, staff, hour, ratePpm, 0);
    }

    /** Whether the simulated bank writes it down. */
    public boolean isWritten() {
        return record == 0;
    }
}
