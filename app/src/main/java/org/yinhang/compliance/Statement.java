package org.yinhang.compliance;

import org.yinhang.compliance.policy.ConsentScope;

/**
 * What a customer says about consents, before it is in the ledger.
 *
 * @param customer customer number
 * @param scope about what
 * @param granted yes or no
 * @param version of the text they saw
 * @param evidence where the proof is kept, such as the number of a form or a recording
 */
public record Statement(int customer, ConsentScope scope, boolean granted, String version, String evidence) {}
