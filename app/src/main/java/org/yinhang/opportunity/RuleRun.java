package org.yinhang.opportunity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a rule came to in one run.
 *
 * @param version of the rule
 * @param day the business date
 * @param at when, real time
 * @param outcome whom it found and who was left out
 * @param fault codes of what kept it from being asked; empty where it was
 */
public record RuleRun(int version, LocalDate day, Instant at, Identified outcome, String fault) {}
