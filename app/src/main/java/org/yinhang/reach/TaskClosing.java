package org.yinhang.reach;

/**
 * Somebody closes a task; told in the transaction that closes it, before the task is touched, so that whoever holds more than the
 * task holds the rest first. Where the task is not open or not theirs, the transaction ends without effect.
 *
 * @param touch its touch
 * @param outcome one of {@link ContactTasks#OUTCOMES}
 * @param by user name of who closes it
 */
public record TaskClosing(long touch, String outcome, String by) {}
