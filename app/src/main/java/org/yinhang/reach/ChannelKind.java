package org.yinhang.reach;

import java.util.Locale;

/** By what messages of a channel leave. */
public enum ChannelKind {
    /** The simulated gateway; nothing leaves the machine. */
    DESK,
    /** A gateway called over HTTP. */
    HTTP,
    /** A mail server. */
    SMTP,
    /** People: each touch becomes a task. */
    PEOPLE;

    /** Its name in the database and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "reach.kind." + key();
    }
}
