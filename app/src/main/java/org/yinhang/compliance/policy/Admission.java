package org.yinhang.compliance.policy;

/**
 * What the product's own policy says about the customer; whoever decided it keeps the reasons.
 *
 * @param admitted whether the admission table lets them in
 * @param suitable whether the product suits their risk preference
 * @param policy version of the tables it was decided by
 */
public record Admission(boolean admitted, boolean suitable, String policy) {}
