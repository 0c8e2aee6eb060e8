package org.yinhang.shared.list;

import java.util.Locale;

/** The meanings a state may have; each shows with an icon or a word, never by colour alone. */
public enum Meaning {
    GOOD,
    WATCH,
    BAD,
    BLOCKED,
    PLAIN;

    /** Its name in style sheets and icons. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
