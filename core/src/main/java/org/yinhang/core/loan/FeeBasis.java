package org.yinhang.core.loan;

import java.math.BigDecimal;
import org.yinhang.core.unit.Money;

/** From what a fee is reckoned; rounded to the nearest fen, halves up. */
public sealed interface FeeBasis extends ChargeBasis {

    /** The same amount each time. */
    record Fixed(Money amount) implements FeeBasis {}

    /**
     * A part of what was drawn, or of what is prepaid.
     *
     * @param ppm millionths: 30,000 is 3 %
     */
    record ShareOfPrincipal(int ppm) implements FeeBasis {}

    /**
     * A part of the balance before the payment.
     *
     * @param ppm millionths each time it is due: 2,000 is 0.2 %
     */
    record ShareOfBalance(int ppm) implements FeeBasis {}

    /** The amount for a principal and a balance. */
    default Money amount(Money principal, Money balance) {
        return switch (this) {
            case Fixed fixed -> fixed.amount();
            case ShareOfPrincipal share -> principal.times(BigDecimal.valueOf(share.ppm(), 6));
            case ShareOfBalance share -> balance.times(BigDecimal.valueOf(share.ppm(), 6));
        };
    }
}
