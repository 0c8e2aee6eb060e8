package org.yinhang.benefit;

import java.util.Locale;

/** What the customer does for it. */
public enum EarnedBy {
    /** Comes to the branch. */
    VISIT,
    /** Applies. */
    APPLICATION,
    /** Takes the loan. */
    LOAN;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "benefit.earned." + key();
    }

    /** The one of a name. */
    public static EarnedBy of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
