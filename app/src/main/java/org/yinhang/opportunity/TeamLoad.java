package org.yinhang.opportunity;

import java.util.Arrays;
import java.util.List;

/**
 * How one part of the work stands.
 *
 * @param team who does it
 * @param people how many do
 * @param load open opportunities they have
 * @param capacity most of them
 * @param overdue whose first contact is overdue
 * @param promised whose follow-up is due
 */
public record TeamLoad(WorkTeam team, int people, int load, int capacity, int overdue, int promised) {

    /** Each team that has anybody, attack first. */
    public static List<TeamLoad> of(List<TeamMember> members) {
        return Arrays.stream(WorkTeam.values())
                .map(team -> of(
                        team, members.stream().filter(one -> one.team() == team).toList()))
                .filter(load -> load.people() > 0)
                .toList();
    }

    private static TeamLoad of(WorkTeam team, List<TeamMember> members) {
        return new TeamLoad(
                team,
                members.size(),
                members.stream().mapToInt(TeamMember::load).sum(),
                members.stream().mapToInt(TeamMember::capacity).sum(),
                members.stream().mapToInt(TeamMember::overdue).sum(),
                members.stream().mapToInt(TeamMember::promised).sum());
    }
}
