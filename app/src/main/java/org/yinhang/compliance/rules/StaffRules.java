package org.yinhang.compliance.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.StaffMember;
import org.yinhang.lake.yaml.YamlNode;

/**
 * Who may approach customers in person.
 *
 * @param channels the roles that may, by channel; a channel that is not named needs nobody
 * @param suspended staff codes that may not, whatever their role
 */
public record StaffRules(Map<String, Set<String>> channels, Set<String> suspended) {

    public StaffRules {
        channels = Map.copyOf(channels);
        suspended = Set.copyOf(suspended);
    }

    /** Whether somebody may act on a channel; unknown where a person is needed and none is named. */
    public Known isAuthorised(String channel, Optional<StaffMember> staff) {
        Set<String> roles = channels.get(channel);
        if (staff.isEmpty()) {
            return roles == null ? Known.YES : Known.UNKNOWN;
        }
        StaffMember member = staff.get();
        return Known.of(!suspended.contains(member.code()) && (roles == null || roles.contains(member.role())));
    }

    static StaffRules of(YamlNode root) {
        root.only("channels", "suspended");
        Map<String, Set<String>> channels = new LinkedHashMap<>();
        root.get("channels").entries().forEach((channel, roles) -> channels.put(channel, Set.copyOf(roles.texts())));
        return new StaffRules(channels, Set.copyOf(root.get("suspended").texts()));
    }
}
