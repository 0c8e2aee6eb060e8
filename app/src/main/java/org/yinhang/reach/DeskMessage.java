package org.yinhang.reach;

import java.time.Instant;
import org.yinhang.reach.gateway.Message;

/**
 * A message on the simulated phone.
 *
 * @param message as it was handed over
 * @param at when it was accepted
 * @param copies how often it was handed over; the phone shows it once
 */
public record DeskMessage(Message message, Instant at, int copies) {}
