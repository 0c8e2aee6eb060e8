package org.yinhang.reach;

/**
 * The touch behind a task.
 *
 * @param campaign its campaign
 * @param wave its wave
 * @param channel through which channel
 * @param customer customer number
 * @param isOpen whether the task is still to be done
 */
public record TaskTouch(String campaign, String wave, String channel, int customer, boolean isOpen) {

    /** As the contact ledger names it: whoever carries the task out under this key counts once with it. */
    public String key() {
        return campaign + "/" + wave + "/" + channel + "/" + customer;
    }
}
