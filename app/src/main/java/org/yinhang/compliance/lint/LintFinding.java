package org.yinhang.compliance.lint;

import org.yinhang.compliance.rules.RuleSource;

/**
 * One thing wrong with a text.
 *
 * @param kind what
 * @param from place of its first character in the text as written, from 0
 * @param until place after its last character; equal to {@code from} where something is missing
 * @param excerpt the text between them
 * @param expected the word of the list, or the figure that would be right; may be empty
 * @param source the rule behind it
 */
public record LintFinding(LintKind kind, int from, int until, String excerpt, String expected, RuleSource source) {}
