package org.yinhang.reach.internal;

import java.time.Instant;
import java.util.Optional;
import org.yinhang.reach.TouchState;

/**
 * How an attempt ended.
 *
 * @param touch number of the touch
 * @param attempt number of the attempt
 * @param state where the touch stands now
 * @param answer what the gateway said, as the attempt keeps it
 * @param detail more of it, never personal
 * @param reference what the gateway calls it
 * @param due when it is due again: pending to be tried, unknown to be asked about
 */
record Settlement(
        long touch,
        int attempt,
        TouchState state,
        String answer,
        String detail,
        Optional<String> reference,
        Instant due) {}
