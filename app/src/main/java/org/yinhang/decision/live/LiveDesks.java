package org.yinhang.decision.live;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.decision.offer.OfferWeigher;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.shared.BusinessClock;

/** Policies and terms of a day, ready to be asked; made anew when a policy, a tag or the lake has changed. */
@Component
class LiveDesks {

    private final Policies policies;
    private final BusinessClock clock;
    private final ValueTerms terms = ValueTerms.bundled();
    private volatile List<Ready> ready = List.of();

    LiveDesks(Policies policies, BusinessClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** What decisions of a day are made with. */
    record Ready(Offers offers, OfferWeigher desk) {

        /** What decides for a customer. */
        Ready of(int customer) {
            return with(offers.of(customer));
        }

        /** The same day by other policies. */
        Ready with(Offers others) {
            return others == offers ? this : new Ready(others, desk.over(others));
        }
    }

    /** As policies stand now. */
    Ready on(LocalDate day) {
        return on(day, policies.offers());
    }

    /** As policies stood right after a release. */
    Ready on(LocalDate day, long release) {
        return on(day, policies.offers(release));
    }

    private Ready on(LocalDate day, Offers offers) {
        @Nullable
        Ready present = ready.stream()
                .filter(one -> one.offers() == offers && one.desk().day().equals(day))
                .findFirst()
                .orElse(null);
        if (present != null) {
            return present;
        }
        Valuer valuer = Valuer.of(terms, policies.catalogue(), new AsOf(day, clock.zone()));
        Ready made = new Ready(offers, new OfferWeigher(offers, valuer, day));
        ready = List.of(made);
        return made;
    }
}
