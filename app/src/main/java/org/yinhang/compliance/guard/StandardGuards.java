package org.yinhang.compliance.guard;

import java.util.List;
import org.yinhang.compliance.policy.Guard;

/** The guards of REGULATION in their order. */
public final class StandardGuards {

    private static final List<Guard> IN_ORDER = List.of(
            new AuthorityToProcess(),
            new PurposeConsent(),
            new AutomationOptOut(),
            new Holds(),
            new SuitabilityAndAdmission(),
            new BureauAuthorisation(),
            new CostCapOnTheDay(),
            new CopyApproved(),
            new SenderAuthorised(),
            new ChannelConsent(),
            new QuietHours(),
            new Frequency(),
            new ConflictAndPriority(),
            new CapacityAndBudget(),
            new EvidenceWritten());

    private StandardGuards() {}

    /** All fifteen. */
    public static List<Guard> inOrder() {
        return IN_ORDER;
    }
}
