package org.yinhang.reach.internal;

import java.util.Optional;
import org.yinhang.compliance.policy.CapacityLeft;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.StaffMember;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.core.unit.Money;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.OfferTerms;

/**
 * A touch taken from its queue.
 *
 * @param id its number
 * @param customer customer number
 * @param offer what this customer is offered; empty where all are offered the same
 * @param attempts how many attempts it had
 * @param manager the customer's manager, where the bank has one and knows the role
 */
public record QueuedTouch(
        long id, int customer, Optional<OfferTerms> offer, int attempts, Optional<StaffMember> manager) {

    /** What the gateway knows it by: says nothing of customer or campaign. */
    public static String gatewayKey(long id) {
        return "t" + id;
    }

    /** The touch of that key; empty for a key that is none of ours. */
    public static Optional<Long> ofGatewayKey(String key) {
        return key.matches("t\\d{1,18}") ? Optional.of(Long.valueOf(key.substring(1))) : Optional.empty();
    }

    /** What is offered. */
    public Optional<OfferTerms> offered(DispatchTerms terms) {
        return offer.or(terms::offer);
    }

    /** What the contact ledger knows it by. */
    public static String key(DispatchTerms terms, int customer) {
        return terms.campaign() + "/" + terms.wave() + "/" + terms.channel() + "/" + customer;
    }

    /**
     * As the contact policy judges it.
     *
     * @param begun touches of the dispatch that have had an attempt before this one
     * @param isServed whether there is enough of what it promises
     * @param conflict how it stands to others of the same customer
     */
    public Touch asked(Dispatch dispatch, long begun, boolean isServed, Conflict conflict) {
        DispatchTerms terms = dispatch.terms();
        Optional<OfferTerms> offered = offered(terms);
        long room = !isServed ? 0 : attempts > 0 ? 1 : terms.most() - begun;
        Money budget =
                attempts > 0 ? terms.cost() : terms.budget().minus(terms.cost().times(begun));
        return new Touch(
                key(terms, customer),
                customer,
                terms.campaign(),
                terms.wave(),
                terms.lender(),
                terms.channel(),
                offered.map(made -> made.data(terms.data())).orElse(terms.data()),
                terms.limits(),
                offered.map(OfferTerms::admission),
                offered.flatMap(made -> made.price(terms.caps())),
                Optional.of(terms.creative().copy()),
                Optional.of(terms.sender()).filter(sender -> !sender.isEmpty()),
                terms.isByManager() ? manager : Optional.empty(),
                Optional.of(conflict),
                Optional.of(new CapacityLeft(room, budget, terms.cost())));
    }
}
