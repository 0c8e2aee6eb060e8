package org.yinhang.reach;

import java.util.List;
import java.util.Optional;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;

/**
 * What all touches of a dispatch share.
 *
 * @param campaign code of the campaign: small letters, digits, hyphens
 * @param wave its wave, written alike
 * @param channel through which channel
 * @param priority the higher, the sooner it is served beside others of the channel
 * @param lender type of the lender behind the offer
 * @param data which data of customers it rests on
 * @param limits how the campaign restrains itself
 * @param sender registered number, signature or account; empty where people act
 * @param isByManager whether the customer's own manager carries it out or signs it
 * @param creative what is said
 * @param offer what is offered to all; empty where each touch brings its own
 * @param product name of the product, as the message says it
 * @param caps every cap of lender and product
 * @param cost of one touch
 * @param budget for all touches
 * @param most touches the campaign wants through this channel
 * @param benefit code of what each touch promises beside the offer; empty for nothing
 */
public record DispatchTerms(
        String campaign,
        String wave,
        String channel,
        int priority,
        String lender,
        DataUse data,
        GuardSettings limits,
        String sender,
        boolean isByManager,
        Creative creative,
        Optional<OfferTerms> offer,
        String product,
        List<CostCap> caps,
        Money cost,
        Money budget,
        long most,
        Optional<String> benefit) {

    public DispatchTerms {
        caps = List.copyOf(caps);
    }
}
