package org.yinhang.compliance.policy;

/**
 * A touch that left the bank.
 *
 * @param channel through which
 * @param campaign of which
 * @param epochDay the bank's calendar day, counted from 1970-01-01
 */
public record PastTouch(String channel, String campaign, int epochDay) {}
