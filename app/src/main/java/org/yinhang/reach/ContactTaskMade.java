package org.yinhang.reach;

/**
 * A call, appointment or visit waits for a person from now on.
 *
 * @param touch number of the touch it came from
 */
public record ContactTaskMade(long touch) {}
