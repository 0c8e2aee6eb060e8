package org.yinhang.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.customer.internal.TierRepository;

/** Which tier each customer belongs to, as the tags say. */
@Service
public class CustomerTiers {

    private static final int AT_ONCE = 20_000;

    private final TierRepository repository;

    CustomerTiers(TierRepository repository) {
        this.repository = repository;
    }

    /**
     * Puts customers into their tiers, all or none of them.
     *
     * @param tiers the customers of each tier; whoever is in none of them stays as they are
     * @return how many have changed
     */
    @Transactional
    public long put(Map<Tier, RoaringBitmap> tiers) {
        long moved = 0;
        for (Map.Entry<Tier, RoaringBitmap> tier : tiers.entrySet()) {
            IntIterator customers = tier.getValue().getIntIterator();
            while (customers.hasNext()) {
                moved += repository.put(tier.getKey(), some(customers));
            }
        }
        return moved;
    }

    private static List<Integer> some(IntIterator customers) {
        List<Integer> some = new ArrayList<>(AT_ONCE);
        while (customers.hasNext() && some.size() < AT_ONCE) {
            some.add(customers.next());
        }
        return some;
    }
}
