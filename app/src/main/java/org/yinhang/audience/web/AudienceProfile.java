package org.yinhang.audience.web;

import java.util.List;
import org.yinhang.customer.Customer;
import org.yinhang.shared.chart.Chart;

/**
 * What the page shows of an audience.
 *
 * @param count how many customers it has
 * @param traits the values that stand out against everybody
 * @param sample some of them, spread over all
 * @param overlaps how much it shares with saved audiences, the most first
 */
public record AudienceProfile(long count, Chart traits, List<Customer> sample, List<Overlap> overlaps) {

    /**
     * What it shares with another.
     *
     * @param id the other audience
     * @param name its name
     * @param both customers in both
     * @param ofThis share of this audience
     * @param ofOther share of the other
     */
    public record Overlap(long id, String name, long both, double ofThis, double ofOther) {}
}
