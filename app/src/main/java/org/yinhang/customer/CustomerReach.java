package org.yinhang.customer;

import org.yinhang.access.DataScope;

/**
 * How a query over rows about customers asks only for those within a viewer's reach: the joins that tell whose customer a row is
 * about, and the condition on them. An account manager reaches the customers they lead and those whose deputy they are.
 */
public final class CustomerReach {

    /** From a customer {@code c} to their branch {@code b}. */
    public static final String OF_CUSTOMER = """
            JOIN branch b ON b.id = c.branch_id
            """;

    private static final String VIEWER = "(SELECT v.staff_code FROM staff_user v WHERE v.id = :scopeManager)";

    private CustomerReach() {}

    /**
     * From a row about a customer to customer and branch.
     *
     * @param column the column with the customer number, such as {@code e.customer}
     */
    public static String of(String column) {
        return "JOIN customer c ON c.number = " + column + "\n" + OF_CUSTOMER;
    }

    /** The condition; bind {@link DataScope#parameters} with it. */
    public static String within(DataScope scope) {
        return switch (scope) {
            case DataScope.OwnCustomers own -> "(c.manager_code = " + VIEWER + " OR c.deputy_code = " + VIEWER + ")";
            case DataScope.BranchSubtree branch -> branch.condition("b.path", "NULL");
            case DataScope.WholeBank bank -> bank.condition("b.path", "NULL");
            case DataScope.Nothing nothing -> nothing.condition("b.path", "NULL");
        };
    }
}
