package org.yinhang.lake.tag;

import java.time.LocalDate;

/**
 * Who allowed a version of a tag to be used.
 *
 * @param by a role or a person's staff number
 * @param on the day
 */
public record Approval(String by, LocalDate on) {}
