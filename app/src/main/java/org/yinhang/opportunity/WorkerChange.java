package org.yinhang.opportunity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to change about people, before it is confirmed.
 *
 * @param before the people as they are
 * @param team what part of the work they are to do; empty to leave it
 * @param skills what they are good at; empty to leave it
 */
public record WorkerChange(List<Worker> before, Optional<WorkTeam> team, Optional<Set<String>> skills) {

    public WorkerChange {
        before = List.copyOf(before);
        skills = skills.map(Set::copyOf);
    }

    /** What one of them would do. */
    public WorkTeam teamOf(Worker one) {
        return team.orElse(one.team());
    }

    /** What one of them would be good at. */
    public Set<String> skillsOf(Worker one) {
        return skills.orElse(one.skills());
    }

    /** Whether one of them would be as before. */
    public boolean isSame(Worker one) {
        return teamOf(one) == one.team() && skillsOf(one).equals(one.skills());
    }

    /** How many would change. */
    public long changes() {
        return before.stream().filter(one -> !isSame(one)).count();
    }

    /** Of those who would take no first contacts any more, how many they still have. */
    public int firstsLeft() {
        return before.stream()
                .filter(one -> one.team() != WorkTeam.FOLLOW_UP && teamOf(one) == WorkTeam.FOLLOW_UP)
                .mapToInt(Worker::firsts)
                .sum();
    }
}
