package org.yinhang.product;

import java.util.Locale;

/** What kind of business a product is. */
public enum ProductFamily {
    REVOLVING,
    INSTALMENT,
    CARD_INSTALMENT,
    CAR,
    RENOVATION,
    EDUCATION,
    BUSINESS,
    PLEDGED,
    MORTGAGE,
    DEPOSIT,
    WEALTH,
    CARD,
    ACQUIRING;

    /** The message key of its name. */
    public String messageKey() {
        return "product.family." + name().toLowerCase(Locale.ROOT);
    }
}
