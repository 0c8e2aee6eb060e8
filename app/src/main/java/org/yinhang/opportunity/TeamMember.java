package org.yinhang.opportunity;

import java.util.Set;
import org.yinhang.core.unit.Money;

/**
 * How somebody stands who works opportunities.
 *
 * @param code in the bank's staff list
 * @param name in that list
 * @param branch where, in Chinese
 * @param branchInEnglish where, in English
 * @param team what part of the work they do
 * @param skills what they are good at
 * @param load open opportunities
 * @param capacity most of them
 * @param value expected of them, where it is known
 * @param overdue whose first contact is overdue
 * @param promised whose follow-up is due
 * @param called numbers taken today
 */
public record TeamMember(
        String code,
        String name,
        String branch,
        String branchInEnglish,
        WorkTeam team,
        Set<String> skills,
        int load,
        int capacity,
        Money value,
        int overdue,
        int promised,
        int called) {

    public TeamMember {
        skills = Set.copyOf(skills);
    }

    /** How many more they can take. */
    public int room() {
        return Math.max(0, capacity - load);
    }
}
