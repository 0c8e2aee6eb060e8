package org.yinhang.reach;

import java.time.Instant;
import org.yinhang.compliance.policy.DataUse;

/**
 * A call, appointment or visit that waits for a person.
 *
 * @param touch number of the touch it came from
 * @param customer customer number
 * @param channel {@code call}, {@code branch} or {@code visit}
 * @param campaign its campaign
 * @param data which of the customer's data chose them
 * @param words what is to be said, without the customer's name
 * @param madeAt since when it waits
 */
public record ContactTask(
        long touch, int customer, String channel, String campaign, DataUse data, String words, Instant madeAt) {}
