package org.yinhang.compliance.complaint;

import java.time.Instant;

/**
 * One thing done about a complaint.
 *
 * @param kind what
 * @param words what was planned, said or found
 * @param by user name
 * @param at business time
 */
public record ComplaintStep(StepKind kind, String words, String by, Instant at) {}
