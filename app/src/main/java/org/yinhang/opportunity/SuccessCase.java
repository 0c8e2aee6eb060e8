package org.yinhang.opportunity;

import java.time.Instant;
import java.util.Optional;

/**
 * How an opportunity was won, to learn from; names nobody.
 *
 * @param id its number
 * @param opportunity which was won
 * @param product code of what the customer took
 * @param reason what first spoke for the opportunity, {@code source.code}
 * @param need what the money was for
 * @param objection what the customer had against it
 * @param text what it tells
 * @param state whether it may be shown to others
 * @param madeBy user name of its maker
 * @param madeAt when
 * @param decidedBy user name of who decided on it, never the maker
 * @param decidedWhy why it was sent back or taken down; empty for none
 */
public record SuccessCase(
        long id,
        long opportunity,
        String product,
        String reason,
        Optional<Need> need,
        Optional<Objection> objection,
        CaseText text,
        ScriptVersion.State state,
        String madeBy,
        Instant madeAt,
        Optional<String> decidedBy,
        String decidedWhy) {}
