package org.yinhang.benefit;

/**
 * A touch that is to promise a benefit.
 *
 * @param touch its key, the same however often it is tried
 * @param customer customer number
 */
public record Promise(String touch, int customer) {}
