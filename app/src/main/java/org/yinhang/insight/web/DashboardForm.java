package org.yinhang.insight.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.yinhang.insight.Indicator;
import org.yinhang.insight.ReturnsPeriod;
import org.yinhang.lake.attribution.Breakdown;

/**
 * What the dashboard was asked, as its address says it.
 *
 * @param from the first day
 * @param to the last day
 * @param look by what figures are told apart
 * @param indicator the one that is drawn and sorted by
 * @param branch where the viewer stands; empty for their own
 * @param only of these values only
 */
public record DashboardForm(
        LocalDate from, LocalDate to, Look look, Indicator indicator, String branch, Map<Breakdown, String> only) {

    /** The page. */
    public static final String PATH = "/insight/dashboard";

    /** By what figures are told apart. */
    public enum Look {
        BRANCH,
        PRODUCT,
        CHANNEL,
        CAMPAIGN,
        STAFF,
        MONTH;

        /** What is counted for it; months are counted in any case. */
        Breakdown breakdown() {
            return this == MONTH ? Breakdown.PRODUCT : Breakdown.valueOf(name());
        }
    }

    /**
     * A period that is one click away.
     *
     * @param name the end of its message key
     */
    public record Shortcut(String name, DashboardForm form) {}

    public DashboardForm {
        only = Map.copyOf(only);
    }

    /**
     * Reads an address; what is missing or unknown takes its usual value: the month of the last day known, up to that day.
     *
     * @param last the last day known; later days are cut off
     */
    static DashboardForm of(Map<String, String> asked, LocalDate last) {
        LocalDate to =
                Days.of(asked.get("to")).filter(day -> !day.isAfter(last)).orElse(last);
        Map<Breakdown, String> only = new EnumMap<>(Breakdown.class);
        for (Breakdown one : Breakdown.values()) {
            String value = asked.getOrDefault(ReturnsForm.name(one), "");
            if (one != Breakdown.BRANCH && !value.isEmpty()) {
                only.put(one, value);
            }
        }
        return new DashboardForm(
                Days.of(asked.get("from")).orElse(to.withDayOfMonth(1)),
                to,
                Choice.of(Look.class, asked.get("by"), Look.PRODUCT),
                Choice.of(Indicator.class, asked.get("show"), Indicator.DRAWN),
                asked.getOrDefault("branch", ""),
                only);
    }

    ReturnsPeriod period() {
        return new ReturnsPeriod(from, to.plusDays(1));
    }

    /** The address of a page with these choices. */
    public String address(String path) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("from", from.toString());
        parts.put("to", to.toString());
        parts.put("by", ReturnsForm.name(look));
        parts.put("show", ReturnsForm.name(indicator));
        if (!branch.isEmpty()) {
            parts.put("branch", branch);
        }
        new TreeMap<>(only).forEach((one, value) -> parts.put(ReturnsForm.name(one), value));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parts.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts).toUriString();
    }

    /** The same from another branch. */
    public DashboardForm at(String code) {
        return new DashboardForm(from, to, look, indicator, code, only);
    }

    /** The same over other days. */
    public DashboardForm over(LocalDate first, LocalDate last) {
        return new DashboardForm(first, last, look, indicator, branch, only);
    }

    /** The same with another figure drawn. */
    public DashboardForm showing(Indicator other) {
        return new DashboardForm(from, to, look, other, branch, only);
    }

    /** The same within one value of what is told apart now, told apart by what is left. */
    public DashboardForm within(String value) {
        Map<Breakdown, String> narrower = new EnumMap<>(Breakdown.class);
        narrower.putAll(only);
        narrower.put(look.breakdown(), value);
        DashboardForm inside = new DashboardForm(from, to, look, indicator, branch, narrower);
        return new DashboardForm(from, to, inside.looks().getFirst(), indicator, branch, narrower);
    }

    /** The same without a value that was fixed. */
    public DashboardForm without(Breakdown fixed) {
        Map<Breakdown, String> wider = new EnumMap<>(Breakdown.class);
        wider.putAll(only);
        wider.remove(fixed);
        return new DashboardForm(from, to, Look.valueOf(fixed.name()), indicator, branch, wider);
    }

    /** What is not fixed and can be told apart. */
    public List<Look> looks() {
        return Arrays.stream(Look.values())
                .filter(one -> one == Look.MONTH || !only.containsKey(one.breakdown()))
                .toList();
    }

    /** Usual periods up to the last day known. */
    List<Shortcut> shortcuts(LocalDate last) {
        LocalDate month = last.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        return List.of(
                new Shortcut("month", over(month, last)),
                new Shortcut("last-month", over(month.minusMonths(1), month.minusDays(1))),
                new Shortcut("quarter", over(quarter, last)),
                new Shortcut("year", over(last.withDayOfYear(1), last)));
    }

    /** The choices a form of the page hands on. */
    public Optional<String> branchChoice() {
        return branch.isEmpty() ? Optional.empty() : Optional.of(branch);
    }
}
