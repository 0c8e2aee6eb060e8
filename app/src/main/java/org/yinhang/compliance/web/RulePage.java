package org.yinhang.compliance.web;

import java.util.List;
import java.util.Optional;
import org.yinhang.compliance.RuleVersion;
import org.yinhang.compliance.rules.RuleKind;

/**
 * One rule set as its page shows it.
 *
 * @param kind which
 * @param standing the version that holds today; empty while what ships holds
 * @param text what holds today
 * @param versions every version, the newest first
 */
public record RulePage(RuleKind kind, Optional<RuleVersion> standing, String text, List<RuleVersion> versions) {

    public RulePage {
        versions = List.copyOf(versions);
    }

    /** The newest version there is, 0 for none. */
    public int newest() {
        return versions.stream().mapToInt(RuleVersion::version).max().orElse(0);
    }
}
