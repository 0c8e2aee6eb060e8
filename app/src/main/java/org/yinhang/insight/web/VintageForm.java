package org.yinhang.insight.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinhang.insight.ReturnsPeriod;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.lake.attribution.Lateness;

/**
 * What the page of vintages was asked, as its address says it.
 *
 * @param from the first day of payout
 * @param to the last
 * @param lateness what counts as late
 * @param by what loans are told apart by: {@code quarter} of payout, a breakdown, or {@code tag.} and a tag; empty for the quarter of the payout
 */
public record VintageForm(LocalDate from, LocalDate to, Lateness lateness, String by) {

    /** By quarter of payout. */
    public static final String QUARTER = "quarter";

    /** What stands before a tag. */
    public static final String TAG = "tag.";

    private static final int USUAL_MONTHS = 24;

    static VintageForm of(Map<String, String> asked, LocalDate known) {
        LocalDate to = Days.of(asked.get("to")).orElse(known.minusDays(1));
        return new VintageForm(
                Days.of(asked.get("from")).orElse(to.minusMonths(USUAL_MONTHS).plusDays(1)),
                to,
                Choice.of(Lateness.class, asked.get("late"), Lateness.DAYS_30),
                asked.getOrDefault("by", QUARTER));
    }

    ReturnsPeriod period() {
        return new ReturnsPeriod(from, to.plusDays(1));
    }

    /** The breakdown it is; empty for the quarter and for tags. */
    Optional<Breakdown> breakdown() {
        return Arrays.stream(Breakdown.values())
                .filter(one -> ReturnsForm.name(one).equals(by))
                .findFirst();
    }

    /** The tag it is. */
    Optional<String> tag() {
        return by.startsWith(TAG) ? Optional.of(by.substring(TAG.length())) : Optional.empty();
    }

    /** The same by quarter of payout. */
    VintageForm byQuarter() {
        return new VintageForm(from, to, lateness, QUARTER);
    }

    /** The address of a page with these choices. */
    public String address(String path) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", from.toString());
        parts.put("to", to.toString());
        parts.put("late", ReturnsForm.name(lateness));
        parts.put("by", by);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parts.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts).toUriString();
    }
}
