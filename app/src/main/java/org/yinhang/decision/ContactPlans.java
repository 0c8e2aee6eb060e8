package org.yinhang.decision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.ingest.LakeReader;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Finished contact plans, for whoever works from them. */
@Service
public class ContactPlans {

    private final ContactPlanRepository plans;
    private final LakeReader lake;

    ContactPlans(ContactPlanRepository plans, LakeReader lake) {
        this.plans = plans;
        this.lake = lake;
    }

    /** The newest plans, the newest first. */
    public List<PlanSummary> newest(int most) {
        return plans.newest(most);
    }

    public Optional<PlanSummary> find(String id) {
        return plans.find(id);
    }

    /** One page of a plan's list, of the customers the viewer may see. */
    public Slice<PlannedContact> contacts(String plan, ListQuery query, DataScope scope) {
        return plans.contacts(plan, query, scope);
    }

    /** What the newest plans say about one customer, whom the caller has already been allowed to see. */
    public List<PlannedContact> ofCustomer(int customer, int most) {
        return plans.ofCustomer(customer, most);
    }

    /** Every reason a plan had not to choose a customer, from the decision ledger; empty when it chose them. */
    public List<ReasonCode> whyWithheld(String plan, int customer) {
        return lake.read(session -> DecisionLedgerRepository.refusals(session, plan, customer));
    }
}
