package org.yinhang.customer.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.customer.Tier;

/** The tiers in the rows of the customers. */
@Repository
public class TierRepository {

    private final JdbcClient jdbc;

    TierRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts customers into a tier; how many were in another. */
    public int put(Tier tier, List<Integer> customers) {
        return jdbc.sql("UPDATE customer SET tier = :tier WHERE number = ANY(:customers) AND tier <> :tier")
                .param("tier", tier.name())
                .param("customers", customers.toArray(Integer[]::new))
                .update();
    }
}
