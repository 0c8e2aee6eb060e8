package org.yinhang.opportunity.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.opportunity.WorkTeam;
import org.yinhang.opportunity.WorkerChange;

/**
 * What somebody filled in about people.
 *
 * @param seen people with the version that was seen
 * @param team what they are to do; nothing to leave it
 * @param changesSkills whether what they are good at is to change
 * @param skill what they are to be good at
 */
record WorkerForm(
        @Nullable Set<String> seen,
        @Nullable String team,
        @Nullable Boolean changesSkills,
        @Nullable Set<String> skill) {

    @Override
    public Set<String> seen() {
        return seen == null ? Set.of() : seen;
    }

    Set<String> staff() {
        return seen().stream()
                .map(one -> one.substring(0, Math.max(0, one.lastIndexOf('.'))))
                .collect(Collectors.toSet());
    }

    WorkerChange wanted() {
        Set<String> chosen = skill == null ? Set.of() : skill;
        return new WorkerChange(
                List.of(),
                Optional.ofNullable(team).flatMap(WorkTeam::of),
                Boolean.TRUE.equals(changesSkills) ? Optional.of(chosen) : Optional.empty());
    }
}
