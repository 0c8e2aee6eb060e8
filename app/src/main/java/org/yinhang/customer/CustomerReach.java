package org.yinhang.customer;

import org.yinhang.access.DataScope;

/**
 * How a query over rows about customers asks only for those within a viewer's reach: the joins that tell whose customer a row is
 * about, and the condition on them. The account manager's user, where there is one, decides who keeps a customer.
 */
public final class CustomerReach {

    /** From a customer {@code c} to their branch {@code b} and to the user {@code u} of their account manager. */
    public static final String OF_CUSTOMER = """
            JOIN branch b ON b.id = c.branch_id
            LEFT JOIN staff_user u ON u.staff_code = c.manager_code
            """;

    private CustomerReach() {}

    /**
     * From a row about a customer to customer, branch and account manager.
     *
     * @param column the column with the customer number, such as {@code e.customer}
     */
    public static String of(String column) {
        return "JOIN customer c ON c.number = " + column + "\n" + OF_CUSTOMER;
    }

    /** The condition; bind {@link DataScope#parameters} with it. */
    public static String within(DataScope scope) {
        return scope.condition("b.path", "u.id");
    }
}
