package org.yinhang.demobank.contact;

import java.util.List;

/** By which channel the bank approaches a customer. */
public enum Channel {
    CALL(0, "call"),
    SMS(1, "sms"),
    WECOM(2, "wecom"),
    EMAIL(3, "email"),
    PUSH(4, "push"),
    BRANCH(5, "branch"),
    VISIT(6, "visit");

    /** All channels in index order. */
    public static final List<Channel> ALL = List.of(values());

    /** Channels that need the customer's own marketing consent and can be chosen at random. */
    public static final List<Channel> REMOTE = List.of(CALL, SMS, WECOM, EMAIL, PUSH);

    private final int index;
    private final String code;

    Channel(int index, String code) {
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

    /** Whether a person of the bank speaks with the customer. */
    public boolean isPersonal() {
        return switch (this) {
            case CALL, BRANCH, VISIT -> true;
            case SMS, WECOM, EMAIL, PUSH -> false;
        };
    }
}
