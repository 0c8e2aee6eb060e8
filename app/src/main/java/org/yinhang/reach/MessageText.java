package org.yinhang.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinhang.core.fault.Fault;

/**
 * A text with variables in braces, such as {@code {name}}.
 *
 * @param text as written
 */
public record MessageText(String text) {

    /** Those a promised benefit gives: its name, the code the customer shows, and the last day. */
    public static final Set<String> OF_BENEFIT = Set.of("benefit", "code", "until");

    /** Those that differ from customer to customer by what they are offered. */
    public static final Set<String> OF_OFFER = Set.of("limit", "rate", "annual");

    /**
     * Those there are: the customer's name, product, most that can be borrowed, interest and all-in cost a year, and those of a
     * benefit.
     */
    public static final Set<String> VARIABLES =
            Set.of("name", "product", "limit", "rate", "annual", "benefit", "code", "until");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /** The variables it uses. */
    public Set<String> used() {
        Set<String> used = new TreeSet<>();
        VARIABLE.matcher(text).results().map(found -> found.group(1)).forEach(used::add);
        return used;
    }

    /** A fault for every variable there is not, and for a brace that stands alone. */
    public List<Fault> faults(String where) {
        List<Fault> faults = new ArrayList<>();
        for (String name : used()) {
            if (!VARIABLES.contains(name)) {
                faults.add(Fault.of(
                        "RCH-1001",
                        "There is no variable '{%s}'.".formatted(name),
                        where,
                        "Use one of " + new TreeSet<>(VARIABLES) + "."));
            }
        }
        String rest = VARIABLE.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            faults.add(Fault.of("RCH-1002", "A brace stands alone.", where, "Write variables as {name}."));
        }
        return faults;
    }

    /** The text with its variables filled in; one without a value stays as it is written. */
    public String fill(Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(values, found)));
    }

    private static String value(Map<String, String> values, MatchResult found) {
        return values.getOrDefault(found.group(1), found.group());
    }
}
