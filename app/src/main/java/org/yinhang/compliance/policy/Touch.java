package org.yinhang.compliance.policy;

import java.util.Optional;
import org.yinhang.compliance.GuardSettings;

/**
 * One approach to one customer. What others must find out about it (admission, price, copy, conflict, capacity) comes
 * along; what is missing counts as refused once its guard is asked.
 *
 * @param key names the touch for ever: asked again under the same key it is the same touch
 * @param customer customer number
 * @param campaign code of the campaign
 * @param wave its wave; empty for none
 * @param lender type of the lender behind the offer, such as {@code bank}
 * @param channel such as {@code call} or {@code sms}
 * @param data which of the customer's data it rests on
 * @param limits how the campaign itself restrains its touches
 * @param admission what the product's admission and suitability said
 * @param price what the offer costs and which caps hold
 * @param copy what will be said
 * @param sender the registered number, signature or account it comes from
 * @param staff who carries it out, where a person does
 * @param conflict how it stands to other touches
 * @param capacity what is left of capacity and budget
 */
public record Touch(
        String key,
        int customer,
        String campaign,
        String wave,
        String lender,
        String channel,
        DataUse data,
        GuardSettings limits,
        Optional<Admission> admission,
        Optional<PricedOffer> price,
        Optional<Copy> copy,
        Optional<String> sender,
        Optional<StaffMember> staff,
        Optional<Conflict> conflict,
        Optional<CapacityLeft> capacity) {

    /** The same from another sender. */
    public Touch from(String otherSender) {
        return new Touch(
                key,
                customer,
                campaign,
                wave,
                lender,
                channel,
                data,
                limits,
                admission,
                price,
                copy,
                Optional.of(otherSender),
                staff,
                conflict,
                capacity);
    }

    /** The same for another customer, under another key: the touches of a wave differ in nothing else. */
    public Touch to(int other, String otherKey) {
        return new Touch(
                otherKey, other, campaign, wave, lender, channel, data, limits, admission, price, copy, sender, staff,
                conflict, capacity);
    }
}
