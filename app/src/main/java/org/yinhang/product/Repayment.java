package org.yinhang.product;

import java.util.List;
import java.util.Locale;
import org.yinhang.core.loan.RepaymentMethod;
import org.yinhang.core.unit.Money;

/** A way to repay that a product offers. */
public enum Repayment {
    EQUAL_INSTALMENT,
    EQUAL_PRINCIPAL,
    INTEREST_ONLY,
    BULLET,
    REVOLVING;

    /** The method for a loan of an amount; a revolving one is taken as drawn in full until the end. */
    RepaymentMethod method(Money amount) {
        return switch (this) {
            case EQUAL_INSTALMENT -> new RepaymentMethod.EqualInstalment();
            case EQUAL_PRINCIPAL -> new RepaymentMethod.EqualPrincipal();
            case INTEREST_ONLY -> new RepaymentMethod.InterestOnly();
            case BULLET -> new RepaymentMethod.Bullet();
            case REVOLVING -> new RepaymentMethod.Revolving(amount, List.of());
        };
    }

    /** The message key of its name. */
    public String messageKey() {
        return "product.repayment." + name().toLowerCase(Locale.ROOT);
    }
}
