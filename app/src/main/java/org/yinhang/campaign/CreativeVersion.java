package org.yinhang.campaign;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A text in one of its versions.
 *
 * @param code names the text
 * @param version counts up
 * @param channel it is for
 * @param subject of an e-mail or push message; empty elsewhere
 * @param text with variables in braces
 * @param state whether it may be used
 * @param madeBy user name of its maker
 * @param madeAt when
 * @param decidedBy user name of who approved or rejected it, never the maker
 */
public record CreativeVersion(
        String code,
        int version,
        String channel,
        String subject,
        String text,
        State state,
        String madeBy,
        Instant madeAt,
        Optional<String> decidedBy) {

    /** Whether a text may be used. */
    public enum State {
        DRAFT,
        APPROVED,
        REJECTED;

        /** Its name in the database. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The message key of its name. */
        public String messageKey() {
            return "campaign.creative." + key();
        }
    }
}
