package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose time there is for a day's contacts: of each person who keeps customers, of each branch, and of the callers.
 *
 * @param pools by code
 * @param branchOf the branch of each person who keeps customers
 */
public record OutreachPeople(Map<String, Pool> pools, Map<String, String> branchOf) {

    /** Nobody is known: people's time is limited for the whole bank alone. */
    public static final OutreachPeople NOBODY = new OutreachPeople(Map.of(), Map.of());

    static final String PERSON = "person:";
    static final String BRANCH = "branch:";
    static final String CALLERS = "callers";

    private static final String CALLER = "caller";

    public OutreachPeople {
        pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
        branchOf = Map.copyOf(branchOf);
    }

    /**
     * Time that contacts draw on.
     *
     * @param code identifier
     * @param zh Chinese name
     * @param en English name
     * @param minutes of a day
     */
    public record Pool(String code, String zh, String en, double minutes) {}

    /** Somebody of the list of staff. */
    record Person(String code, String branch, String branchName, String role) {}

    /** The time of some people by the minutes the terms give each role; roles not named there have none. */
    static OutreachPeople of(List<Person> people, OutreachTerms terms) {
        Map<String, Pool> pools = new LinkedHashMap<>();
        Map<String, String> branchOf = new TreeMap<>();
        double callers = 0;
        Map<String, Pool> branches = new LinkedHashMap<>();
        for (Person person : people) {
            double minutes = terms.people().getOrDefault(person.role(), 0.0);
            if (person.role().equals(CALLER)) {
                callers += minutes;
            } else if (minutes > 0) {
                branchOf.put(person.code(), person.branch());
                pools.put(
                        PERSON + person.code(),
                        new Pool(
                                PERSON + person.code(),
                                person.branchName() + " " + person.code() + " 的时长",
                                "Time of " + person.code() + ", " + person.branchName(),
                                minutes));
                branches.merge(
                        BRANCH + person.branch(),
                        new Pool(
                                BRANCH + person.branch(),
                                person.branchName() + "的时长",
                                "Time of " + person.branchName(),
                                minutes),
                        (one, other) -> new Pool(one.code(), one.zh(), one.en(), one.minutes() + other.minutes()));
            }
        }
        pools.putAll(branches);
        if (callers > 0) {
            pools.put(CALLERS, new Pool(CALLERS, "外呼坐席的时长", "Time of callers", callers));
        }
        return new OutreachPeople(pools, branchOf);
    }

    /**
     * What a contact by people draws on: the customer's manager and that manager's branch; without one the callers, and where
     * there are none the customer's branch.
     *
     * @param manager staff code; empty without one
     * @param branch of the customer
     */
    List<String> drawnBy(String manager, String branch) {
        List<String> codes = new ArrayList<>();
        if (branchOf.containsKey(manager)) {
            codes.add(PERSON + manager);
            codes.add(BRANCH + branchOf.get(manager));
        } else if (pools.containsKey(CALLERS)) {
            codes.add(CALLERS);
        } else if (pools.containsKey(BRANCH + branch)) {
            codes.add(BRANCH + branch);
        }
        return codes;
    }
}
