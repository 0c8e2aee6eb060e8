package org.yinhang.compliance.lint;

import java.util.List;
import java.util.Optional;
import org.yinhang.compliance.policy.Copy;

/**
 * What a check found.
 *
 * @param version of the word list it was checked by
 * @param findings in the order of their places
 */
public record LintReport(String version, List<LintFinding> findings) {

    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** The copy of a touch, as the guard wants to see it. */
    public Copy copy(String code, String madeBy, Optional<String> approvedBy) {
        return new Copy(code, madeBy, approvedBy, version, findings.size());
    }
}
