package org.yinhang.product.suitability;

import java.util.Locale;

/** Which risk a customer can and wants to bear, from least to most. */
public enum CustomerGrade {
    C1,
    C2,
    C3,
    C4,
    C5;

    /** As the tag {@code risk_preference} writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "product.grade." + code();
    }
}
