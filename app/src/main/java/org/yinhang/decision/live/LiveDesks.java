package org.yinhang.decision.live;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.decision.offer.OfferWeigher;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.tag.Tag;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.product.SeenFacts;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.TagShelf;

/** Policies and terms of a day, ready to be asked; made anew when a policy, a tag or the lake has changed. */
@Component
class LiveDesks {

    private final Policies policies;
    private final BusinessClock clock;
    private final ValueTerms terms = ValueTerms.bundled();
    private volatile List<Ready> ready = List.of();
    private volatile @Nullable Sight sight;

    LiveDesks(Policies policies, BusinessClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** What decisions of a day are made with. */
    record Ready(Offers offers, OfferWeigher desk) {}

    /** What policies may see of a run of the tags on a day. */
    private record Sight(Map<String, Tag> tags, LocalDate of, LocalDate day, SeenFacts seen) {}

    /** What decisions of a day may see of the tags. */
    SeenFacts seen(TagShelf.Tags tags, LocalDate day) {
        Sight present = sight;
        LocalDate of = tags.asOf().day();
        if (present == null
                || present.tags() != tags.definitions()
                || !present.of().equals(of)
                || !present.day().equals(day)) {
            present = new Sight(
                    tags.definitions(), of, day, SeenFacts.of(tags.definitions().values(), of, day));
            sight = present;
        }
        return present.seen();
    }

    Ready on(LocalDate day) {
        Offers offers = policies.offers();
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
