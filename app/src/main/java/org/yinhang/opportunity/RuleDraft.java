package org.yinhang.opportunity;

/**
 * What somebody wants a rule to be.
 *
 * @param rule what it is to say; its version does not matter
 * @param isOn whether it is to find anybody
 * @param note what changes and why
 */
public record RuleDraft(OpportunityRule rule, boolean isOn, String note) {}
