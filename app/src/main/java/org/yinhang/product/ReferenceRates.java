package org.yinhang.product;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.yinhang.core.unit.Rate;

/** What funds cost the bank, by term and day. */
public final class ReferenceRates {

    private static final String FTP = "ftp_";

    private final Map<Integer, NavigableMap<LocalDate, Rate>> curves;

    private ReferenceRates(Map<Integer, NavigableMap<LocalDate, Rate>> curves) {
        this.curves = curves;
    }

    /**
     * One rate of a series from a day on.
     *
     * @param series such as {@code ftp_1y} or {@code ftp_3m}
     */
    public record Quote(String series, LocalDate from, Rate rate) {}

    public static ReferenceRates of(Collection<Quote> quotes) {
        Map<Integer, NavigableMap<LocalDate, Rate>> curves = new TreeMap<>();
        quotes.stream()
                .filter(quote -> quote.series().matches(FTP + "\\d+[my]"))
                .forEach(quote -> curves.computeIfAbsent(months(quote.series()), _ -> new TreeMap<>())
                        .put(quote.from(), quote.rate()));
        return new ReferenceRates(curves);
    }

    private static int months(String series) {
        int number = Integer.parseInt(series.substring(FTP.length(), series.length() - 1));
        return series.endsWith("y") ? 12 * number : number;
    }

    /**
     * The transfer price of funds for a term on a day: on a straight line between the terms quoted, level beyond them.
     *
     * @return empty when nothing is quoted for that day
     */
    public Optional<Rate> transferPrice(int months, LocalDate day) {
        TreeMap<Integer, Rate> curve = new TreeMap<>();
        curves.forEach((term, quotes) ->
                Optional.ofNullable(quotes.floorEntry(day)).ifPresent(quote -> curve.put(term, quote.getValue())));
        if (curve.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<Integer, Rate> below = curve.floorEntry(months);
        Map.Entry<Integer, Rate> above = curve.ceilingEntry(months);
        if (below == null || above == null) {
            return Optional.of((below == null ? curve.firstEntry() : curve.lastEntry()).getValue());
        }
        long width = Math.max(1, above.getKey() - below.getKey());
        long rise = (long) above.getValue().ppm() - below.getValue().ppm();
        return Optional.of(new Rate(
                (int) (below.getValue().ppm() + Math.round((double) rise * (months - below.getKey()) / width))));
    }
}
