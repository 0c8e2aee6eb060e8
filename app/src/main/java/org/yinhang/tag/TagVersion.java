package org.yinhang.tag;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a tag a bank has written.
 *
 * @param id the tag
 * @param version counts up
 * @param yaml its definition
 * @param state where it stands
 * @param savedBy user name of the maker
 * @param savedAt when
 * @param decidedBy user name of the checker, never the maker
 * @param decidedAt when
 */
public record TagVersion(
        String id,
        int version,
        String yaml,
        State state,
        String savedBy,
        Instant savedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {

    /** Where a version stands. */
    public enum State {
        DRAFT,
        APPROVED,
        REJECTED
    }
}
