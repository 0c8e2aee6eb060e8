package org.yinhang.reach;

import java.util.Locale;
import java.util.Optional;

/** What a gateway reports of a message, from the least telling to the most. */
public enum ReceiptEvent {
    /** It has the message. */
    ACCEPTED,
    /** It could not be delivered. */
    UNDELIVERED,
    /** It is on the phone. */
    DELIVERED,
    /** It was opened. */
    OPENED,
    /** The customer answered or followed the link. */
    ANSWERED,
    /** The customer wants no more of these. */
    REFUSED;

    /** Its name in reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "reach.event." + key();
    }

    /** The event of a name. */
    public static Optional<ReceiptEvent> of(String key) {
        for (ReceiptEvent event : values()) {
            if (event.key().equals(key)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
