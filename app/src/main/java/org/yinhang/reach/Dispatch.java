package org.yinhang.reach;

import java.time.Instant;

/**
 * What one wave of a campaign sends through one channel.
 *
 * @param id its number
 * @param terms what its touches share
 * @param state whether they may leave
 * @param planned how many touches it has
 * @param begun how many had a first attempt
 * @param madeBy user name of who made it
 * @param madeAt when
 * @param changedBy user name of who changed its state last
 * @param changedAt when
 */
public record Dispatch(
        long id,
        DispatchTerms terms,
        DispatchState state,
        long planned,
        long begun,
        String madeBy,
        Instant madeAt,
        String changedBy,
        Instant changedAt) {}
