package org.yinhang.opportunity;

import java.util.HashMap;
import java.util.Map;
import org.yinhang.access.DataScope;

/**
 * The opportunities a viewer may see: those of the customers within their scope, and those they work themselves.
 *
 * @param scope of customers
 * @param staffCode theirs in the bank's staff list; empty for none
 */
public record OpportunityReach(DataScope scope, String staffCode) {

    /**
     * The condition for a WHERE clause over an opportunity {@code o} joined by {@link org.yinhang.customer.CustomerReach}.
     */
    public String condition() {
        return "(" + org.yinhang.customer.CustomerReach.within(scope) + " OR o.owner = :reachStaff)";
    }

    /** The values of the condition's parameters. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("reachStaff", staffCode);
        return parameters;
    }
}
