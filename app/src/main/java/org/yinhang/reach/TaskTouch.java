package org.yinhang.reach;

import org.yinhang.compliance.policy.DataUse;

/**
 * The touch behind an open task.
 *
 * @param touch its number
 * @param campaign its campaign
 * @param wave its wave
 * @param channel through which channel
 * @param customer customer number
 * @param data which of the customer's data chose them
 * @param words what is to be said, without the customer's name
 */
public record TaskTouch(
        long touch, String campaign, String wave, String channel, int customer, DataUse data, String words) {

    /** As the contact ledger names it: whoever carries the task out under this key counts once with it. */
    public String key() {
        return campaign + "/" + wave + "/" + channel + "/" + customer;
    }
}
