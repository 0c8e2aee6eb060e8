package org.yinhang.customer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A state customers are picked out by. */
public enum CustomerState {
    /** Has a line of which nothing is drawn (已授信未用信). */
    NEVER_USED("c.granted > 0 AND c.used = 0"),
    /** Draws less than half of the line. */
    LITTLE_USED("c.granted > 0 AND c.used > 0 AND c.used * 2 < c.granted"),
    /** Has a loan past due. */
    OVERDUE("c.overdue_days > 0"),
    /** No credit of ours at all. */
    NO_CREDIT("c.granted = 0 AND c.loan_balance = 0"),
    /** Agreed to marketing on some channel and refused no automated decision. */
    REACHABLE("cardinality(c.marketing_consent) > 0 AND NOT c.profiling_refused AND NOT c.deceased"),
    /** Agreed to marketing on no channel. */
    NO_CONSENT("cardinality(c.marketing_consent) = 0"),
    /** Has a complaint that is not resolved. */
    COMPLAINT("c.complaint_open");

    private final String condition;

    CustomerState(String condition) {
        this.condition = condition;
    }

    /** The condition on a row {@code c} of {@code customer}. */
    public String condition() {
        return condition;
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String messageKey() {
        return "customer.state." + key();
    }

    /** The state of that name, if there is one. */
    public static Optional<CustomerState> of(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }
}
