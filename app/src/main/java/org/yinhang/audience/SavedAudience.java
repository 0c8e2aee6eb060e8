package org.yinhang.audience;

import java.time.Instant;

/**
 * A named predicate.
 *
 * @param id its number
 * @param name its name, which predicates use in {@code customer in audience 'name'}
 * @param note what it is for
 * @param predicate the text of the condition
 * @param version counts up with every change of the text
 * @param owner user name of who made it
 * @param isShared whether others see it
 * @param isStandard whether it came with the platform
 * @param changedBy user name of who changed it last
 * @param changedAt when
 */
public record SavedAudience(
        long id,
        String name,
        String note,
        String predicate,
        int version,
        String owner,
        boolean isShared,
        boolean isStandard,
        String changedBy,
        Instant changedAt) {}
