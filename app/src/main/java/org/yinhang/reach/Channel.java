package org.yinhang.reach;

import java.time.Instant;
import java.util.List;

/**
 * How messages of a channel leave.
 *
 * @param code its code, as consents and rules name it
 * @param kind by what
 * @param isOpen whether anything leaves at all
 * @param yaml its settings as written
 * @param hasSecret whether a key of signatures or a password is kept
 * @param changedBy user name of who set it last
 * @param changedAt when
 */
public record Channel(
        String code,
        ChannelKind kind,
        boolean isOpen,
        String yaml,
        boolean hasSecret,
        String changedBy,
        Instant changedAt) {

    /** Every channel there may be, in the order pages show them. */
    public static final List<String> CODES = List.of("sms", "wecom", "email", "push", "call", "branch", "visit");

    /** The settings read. */
    public ChannelSettings settings() {
        return ChannelSettings.of(kind, yaml, code);
    }
}
