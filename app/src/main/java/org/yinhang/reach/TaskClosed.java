package org.yinhang.reach;

/**
 * Somebody closed a task; told in the transaction that closes it.
 *
 * @param touch its touch
 * @param outcome one of {@link ContactTasks#OUTCOMES}
 * @param by user name of who closed it
 */
public record TaskClosed(long touch, String outcome, String by) {}
