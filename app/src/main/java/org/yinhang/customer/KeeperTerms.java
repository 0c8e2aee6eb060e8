package org.yinhang.customer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * On what terms customers are given to somebody, from today on.
 *
 * @param lastDay the last business day; empty for good
 * @param reason why, in words
 * @param handover the handover it belongs to, if any
 */
public record KeeperTerms(Optional<LocalDate> lastDay, String reason, Optional<Long> handover) {}
