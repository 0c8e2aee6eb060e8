package org.yinhang.tag;

import java.util.EnumMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.customer.CustomerTiers;
import org.yinhang.customer.Tier;
import org.yinhang.lake.tag.Tag;

/** Puts the customers into the tiers that the tag of that name gives them. */
@Component
class TierTag {

    private final TagShelf shelf;
    private final TagValues values;
    private final CustomerTiers tiers;

    TierTag(TagShelf shelf, TagValues values, CustomerTiers tiers) {
        this.shelf = shelf;
        this.values = values;
        this.tiers = tiers;
    }

    /** Brings everybody's tier to the newest run of the tags; does nothing where the bank has no such tag. */
    void settle() {
        shelf.read(this::found).ifPresent(tiers::put);
    }

    private Map<Tier, RoaringBitmap> found(TagShelf.Tags tags) {
        Map<Tier, RoaringBitmap> found = new EnumMap<>(Tier.class);
        Tag tag = tags.definitions().get(Tier.TAG);
        if (tag == null
                || tag.type() != ValueType.TEXT
                || tags.index().column(tag.id()).isEmpty()) {
            return found;
        }
        Map<String, Audience> groups = values.of(tag, tags);
        RoaringBitmap rest = tags.index().everyone().clone();
        for (Tier tier : Tier.values()) {
            Audience group = groups.get(tier.value());
            if (group != null) {
                RoaringBitmap customers = group.toBitmap();
                found.put(tier, customers);
                rest.andNot(customers);
            }
        }
        found.putIfAbsent(Tier.UNKNOWN, rest);
        return found;
    }
}
