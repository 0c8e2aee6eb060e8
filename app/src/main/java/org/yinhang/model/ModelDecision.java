package org.yinhang.model;

import java.time.Instant;

/**
 * A step in the life of a version.
 *
 * @param model the model
 * @param version the version
 * @param stage where it went
 * @param by who decided
 * @param at when
 * @param reason why, as the person stated it
 */
public record ModelDecision(String model, int version, Stage stage, String by, Instant at, String reason) {}
