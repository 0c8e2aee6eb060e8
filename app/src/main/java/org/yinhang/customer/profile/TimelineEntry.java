package org.yinhang.customer.profile;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;

/**
 * Something that happened, as the timeline shows it.
 *
 * @param at when
 * @param kind what sort of thing
 * @param code its outcome, stage, category or name
 * @param product code of the product it was about
 * @param channel where it happened
 * @param amount money of it
 * @param days days late, where it is a late repayment
 */
public record TimelineEntry(
        Instant at,
        Kind kind,
        String code,
        @Nullable String product,
        @Nullable String channel,
        @Nullable Money amount,
        int days) {

    /** The sorts of things a timeline shows; its code belongs to the column named. */
    public enum Kind {
        CONTACT("outcome"),
        APPLICATION("stage"),
        COMPLAINT("complaint-stage"),
        CONSENT("purpose"),
        REFUSAL("purpose"),
        LATE_REPAYMENT("repayment"),
        MONEY("category"),
        EVENT("event");

        private final String codes;

        Kind(String codes) {
            this.codes = codes;
        }

        /** The family of codes its code belongs to. */
        public String codes() {
            return codes;
        }

        /** Its name in styles and messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
