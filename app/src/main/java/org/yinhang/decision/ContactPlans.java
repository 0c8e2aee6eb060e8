package org.yinhang.decision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;

/** Finished contact plans, for whoever works from them. */
@Service
public class ContactPlans {

    private final ContactPlanRepository plans;

    ContactPlans(ContactPlanRepository plans) {
        this.plans = plans;
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
}
