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
 */
public record ContactAction(
        int customer, String campaign, Offer offer, Channel channel, String staff, int hour, int ratePpm) {}
