package org.yinhang.product;

import java.util.Locale;

/** How much a product asks of a customer's means and experience; a customer's own grade must reach it. */
public enum RiskGrade {
    R1,
    R2,
    R3,
    R4,
    R5;

    /** The lowest customer grade for which the product is right, {@code c1} to {@code c5}. */
    public String customerGrade() {
        return name().toLowerCase(Locale.ROOT).replace('r', 'c');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "product.risk." + name().toLowerCase(Locale.ROOT);
    }
}
