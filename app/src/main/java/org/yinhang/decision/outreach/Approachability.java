package org.yinhang.decision.outreach;

import java.util.List;
import org.yinhang.core.predicate.record.Facts;

/** Whether customers may be approached through a channel: the guards, however their facts are fetched. */
@FunctionalInterface
public interface Approachability {

    /** Every reason code against approaching a customer through a channel; none where they may be. */
    List<String> refusals(int customer, Facts facts, String channel);
}
