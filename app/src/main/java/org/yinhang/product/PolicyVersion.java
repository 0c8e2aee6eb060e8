package org.yinhang.product;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a product, table or cap that a bank has written.
 *
 * @param kind what it defines
 * @param id of the definition
 * @param version counts up from 1
 * @param yaml the definition
 * @param state where it stands
 * @param savedBy user name of the maker
 * @param savedAt when
 * @param decidedBy user name of the checker, never the maker
 * @param decidedAt when
 */
public record PolicyVersion(
        Kind kind,
        String id,
        int version,
        String yaml,
        State state,
        String savedBy,
        Instant savedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {

    /** What a version defines. */
    public enum Kind {
        PRODUCT,
        TABLE,
        CAP
    }

    /** Where a version stands. */
    public enum State {
        DRAFT,
        APPROVED,
        REJECTED
    }
}
