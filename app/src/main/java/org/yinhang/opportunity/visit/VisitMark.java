package org.yinhang.opportunity.visit;

import java.util.Locale;

/** What a head should look at in a visit; none of it proves anything. */
public enum VisitMark {
    /** One of its photos shows the same picture as one of an earlier visit. */
    SAME_PHOTO,
    /** It began far from the customer's town. */
    FAR,
    /** It took less time than any talk does. */
    SHORT,
    /** It has no photo. */
    NO_PHOTO,
    /** The person did not give the place. */
    NO_PLACE;

    /** Its name in queries and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "opportunity.visit.mark." + key();
    }

    /** The mark of a name. */
    static VisitMark of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
