package org.yinhang.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yinhang.compliance.rules.RuleKind;

/**
 * A version of a rule set a bank has written.
 *
 * @param kind which rule set
 * @param version counts up from 1; what ships is 0
 * @param yaml its text
 * @param validFrom the first day it holds, once approved
 * @param note why it was written
 * @param state where it stands
 * @param savedBy user name of the maker
 * @param savedAt when
 * @param decidedBy user name of the checker, never the maker
 * @param decidedAt when
 */
public record RuleVersion(
        RuleKind kind,
        int version,
        String yaml,
        LocalDate validFrom,
        String note,
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
