package org.yinhang.benefit;

import java.time.Instant;
import java.util.Optional;
import org.yinhang.core.unit.Money;

/**
 * A benefit as it stands.
 *
 * @param id its number
 * @param terms what it is
 * @param state how far it is
 * @param promised how many customers hold it
 * @param redeemed how many have had it
 * @param madeBy user name
 * @param madeAt when
 * @param decidedBy user name of who approved, returned or stopped it last
 * @param reason as they gave it
 */
public record Benefit(
        long id,
        BenefitTerms terms,
        BenefitState state,
        long promised,
        long redeemed,
        String madeBy,
        Instant madeAt,
        Optional<String> decidedBy,
        String reason) {

    /** How many can still be promised. */
    public long left() {
        return Math.max(0, terms.most() - promised - redeemed);
    }

    /** What those redeemed cost. */
    public Money spent() {
        return terms.worth().times(redeemed);
    }
}
