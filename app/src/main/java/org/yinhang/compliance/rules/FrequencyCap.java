package org.yinhang.compliance.rules;

/**
 * The most touches of one customer.
 *
 * @param channel one channel, or {@code *} for all together
 * @param days calendar days of the bank that count, today among them; at least 1
 * @param most touches in any such run of days
 * @param source where it comes from
 */
public record FrequencyCap(String channel, int days, int most, RuleSource source) {

    /** Whether a touch through a channel counts towards it. */
    public boolean concerns(String other) {
        return channel.equals("*") || channel.equals(other);
    }
}
