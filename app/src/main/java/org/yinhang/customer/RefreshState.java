package org.yinhang.customer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How fresh the operational rows are.
 *
 * @param snapshot version of the lake they were computed from
 * @param asOf the business date; nothing after it counts
 * @param customers how many
 * @param finishedAt when, real time
 */
public record RefreshState(long snapshot, LocalDate asOf, long customers, Instant finishedAt) {}
