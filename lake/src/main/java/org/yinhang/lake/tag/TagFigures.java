package org.yinhang.lake.tag;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the values of a tag lie among the customers of a run.
 *
 * @param customers how many customers there are
 * @param known how many have a value
 * @param values customers by code, label or truth; empty for numbers
 * @param bands customers by the place of their number, see {@link #quantile}; empty for codes
 */
public record TagFigures(long customers, long known, SortedMap<String, Long> values, SortedMap<Integer, Long> bands) {

    public TagFigures {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        bands = Collections.unmodifiableSortedMap(new TreeMap<>(bands));
    }

    /** Share of the customers with a value, 0 when there are no customers. */
    public double coverage() {
        return customers == 0 ? 0 : (double) known / customers;
    }

    /** The greatest share one value has of those with a value; 0 when nobody has one. */
    public double largest() {
        long most = Math.max(
                values.values().stream().mapToLong(Long::longValue).max().orElse(0),
                bands.values().stream().mapToLong(Long::longValue).max().orElse(0));
        return known == 0 ? 0 : (double) most / known;
    }

    /** The place of the number below which a share of the customers with a value lies; 0 when nobody has one. */
    int place(double share) {
        long wanted = (long) Math.ceil(share * known);
        long seen = 0;
        for (var band : bands.entrySet()) {
            seen += band.getValue();
            if (seen >= wanted) {
                return band.getKey();
            }
        }
        return bands.isEmpty() ? 0 : bands.lastKey();
    }

    /**
     * Roughly the number below which a share of those with a value lies: exact up to 16, within an eighth beyond; days
     * and instants within 30 days.
     */
    public double quantile(Tag tag, double share) {
        return NumberBands.start(tag.type(), place(share));
    }
}
