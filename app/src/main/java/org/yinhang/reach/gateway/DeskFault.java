package org.yinhang.reach.gateway;

import java.util.Locale;

/** How the simulated gateway misbehaves, as real ones do. */
public enum DeskFault {
    /** Not at all. */
    NONE,
    /** It accepts and never says so. */
    TIMES_OUT,
    /** It reports everything twice. */
    ANSWERS_TWICE,
    /** Its reports come in the wrong order, before its answer. */
    OUT_OF_ORDER,
    /** Nobody can connect. */
    DOWN;

    /** Its name in settings and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "reach.desk.fault." + key();
    }
}
