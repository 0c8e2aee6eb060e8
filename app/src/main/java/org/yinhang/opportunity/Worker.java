package org.yinhang.opportunity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who works opportunities, as their head arranges it.
 *
 * @param staff code in the bank's staff list
 * @param name in that list
 * @param branch where, in Chinese
 * @param branchInEnglish where, in English
 * @param team what part of the work they do
 * @param skills what they are good at, see {@link Skills}
 * @param version counts up with every change; 0 where nobody said anything yet
 * @param entry who said so last, and when
 * @param firsts of their open opportunities, those nobody has contacted the customer about
 * @param others the other open ones
 * @param capacity most of both
 */
public record Worker(
        String staff,
        String name,
        String branch,
        String branchInEnglish,
        WorkTeam team,
        Set<String> skills,
        int version,
        Optional<Entry> entry,
        int firsts,
        int others,
        int capacity) {

    public Worker {
        skills = Set.copyOf(skills);
    }

    /**
     * Who said what somebody does.
     *
     * @param by user name
     * @param at when
     */
    public record Entry(String by, Instant at) {}

    /** Open opportunities. */
    public int load() {
        return firsts + others;
    }

    /** How whoever edits names the version they saw. */
    public String seen() {
        return staff + "." + version;
    }
}
