package org.yinhang.lake;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The one-year funds transfer prices of a snapshot, by the day from which each holds. */
public final class TransferPrices {

    private final NavigableMap<Long, Long> prices = new TreeMap<>();

    private TransferPrices() {}

    /** Reads them. */
    public static TransferPrices of(Lake lake, Snapshot snapshot) {
        TransferPrices read = new TransferPrices();
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            session.each(
                    "SELECT effective_on, rate FROM reference_rates WHERE series = 'ftp_1y'",
                    row -> read.prices.put(row.getObject(1, LocalDate.class).toEpochDay(), row.getLong(2)));
        }
        return read;
    }

    /** Whether none is known: then no margin is. */
    public boolean isEmpty() {
        return prices.isEmpty();
    }

    /** The price on a day (days since 1970), millionths a year; 0 before the first. */
    public long on(long day) {
        Map.Entry<Long, Long> known = prices.floorEntry(day);
        return known == null ? 0 : known.getValue();
    }
}
