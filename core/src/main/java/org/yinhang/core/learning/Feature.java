package org.yinhang.core.learning;

/**
 * One number a learner sees.
 *
 * @param name what it is, such as {@code job=student}
 * @param source position of the source column its influence is credited to
 */
record Feature(String name, int source) {}
