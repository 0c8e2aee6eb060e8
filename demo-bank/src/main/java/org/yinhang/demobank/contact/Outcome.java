package org.yinhang.demobank.contact;

import java.util.List;

/** What came of a contact on the day it was made. */
public enum Outcome {
    /** Not reached, or no answer. */
    NONE(0, "none"),
    /** Reached and declined. */
    REFUSED(1, "refused"),
    /** Reached, wants to think; may apply within ten days. */
    INTERESTED(2, "interested"),
    /** Applies, or draws on a line already granted, the same day. */
    ACCEPTED(3, "accepted");

    /** All outcomes in index order. */
    public static final List<Outcome> ALL = List.of(values());

    private final int index;
    private final String code;

    Outcome(int index, String code) {
        this.index = index;
        this.code = code;
    }

    /** Position from 0, stable over versions because files hold it. */
    public int index() {
        return index;
    }

    /** The code of the canonical table {@code contacts}. */
    public String code() {
        return code;
    }
}
