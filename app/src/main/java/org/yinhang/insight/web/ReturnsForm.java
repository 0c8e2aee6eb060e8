package org.yinhang.insight.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinhang.core.attribution.CreditRule;
import org.yinhang.insight.Returns;
import org.yinhang.insight.ReturnsPeriod;
import org.yinhang.lake.attribution.Breakdown;

/**
 * What the page of returns was asked, as its address says it.
 *
 * @param from the first day
 * @param to the last day
 * @param window days in which a touch can lead to a loan
 * @param rule by which loans are credited
 * @param by by what touches are told apart
 * @param only of these values only
 */
public record ReturnsForm(
        LocalDate from, LocalDate to, int window, CreditRule rule, Breakdown by, Map<Breakdown, String> only) {

    /** The windows that can be chosen, in days. */
    public static final Set<Integer> WINDOWS = Set.of(30, 60, 90);

    private static final int USUAL_WINDOW = 60;

    public ReturnsForm {
        only = Map.copyOf(only);
    }

    /**
     * Reads an address; what is missing or unknown takes its usual value.
     *
     * @param known the first day of which nothing is known yet: only journeys that had time to end are looked at
     */
    static ReturnsForm of(Map<String, String> asked, LocalDate known) {
        int window = WINDOWS.stream()
                .filter(days -> days.toString().equals(asked.get("window")))
                .findFirst()
                .orElse(USUAL_WINDOW);
        LocalDate to = Days.of(asked.get("to")).orElse(known.minusDays(window + 1L));
        Map<Breakdown, String> only = new EnumMap<>(Breakdown.class);
        for (Breakdown one : Breakdown.values()) {
            String value = asked.getOrDefault(name(one), "");
            if (!value.isEmpty()) {
                only.put(one, value);
            }
        }
        return new ReturnsForm(
                Days.of(asked.get("from")).orElse(to.minusDays(ReturnsPeriod.USUAL_DAYS)),
                to,
                window,
                Choice.of(CreditRule.class, asked.get("rule"), CreditRule.DATA_DRIVEN),
                Choice.of(Breakdown.class, asked.get("by"), Breakdown.CHANNEL),
                only);
    }

    Returns.Question question(Optional<Set<String>> branches) {
        ReturnsPeriod period = new ReturnsPeriod(from, to.plusDays(1));
        return new Returns.Question(period.from(), period.until(), window, by, only, branches);
    }

    /** The word for a choice in addresses. */
    public static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address of a page with these choices. */
    public String address(String path) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", from.toString());
        parts.put("to", to.toString());
        parts.put("window", Integer.toString(window));
        parts.put("rule", name(rule));
        parts.put("by", name(by));
        new TreeMap<>(only).forEach((one, value) -> parts.put(name(one), value));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parts.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts).toUriString();
    }

    /** The same within one value, told apart by what is not fixed yet. */
    public ReturnsForm within(String value) {
        Map<Breakdown, String> narrower = new EnumMap<>(Breakdown.class);
        narrower.putAll(only);
        narrower.put(by, value);
        Breakdown next = by;
        for (Breakdown one : Breakdown.values()) {
            if (!narrower.containsKey(one)) {
                next = one;
                break;
            }
        }
        return new ReturnsForm(from, to, window, rule, next, narrower);
    }

    /** The same without a value that was fixed. */
    public ReturnsForm without(Breakdown fixed) {
        Map<Breakdown, String> wider = new EnumMap<>(Breakdown.class);
        wider.putAll(only);
        wider.remove(fixed);
        return new ReturnsForm(from, to, window, rule, fixed, wider);
    }
}
