package org.yinhang.access;

import java.util.Map;
import java.util.Set;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;

/**
 * The part of the bank a viewer may see; every repository of customer-related rows takes one and puts its
 * {@link #condition} into the query, so nobody can forget it.
 */
public sealed interface DataScope {

    /** A branch and everything below it. */
    record BranchSubtree(String path) implements DataScope {}

    /** Only the customers this account manager keeps. */
    record OwnCustomers(long managerId) implements DataScope {}

    /** The whole bank: jobs and head-office acts that no person looks at row by row. */
    record WholeBank() implements DataScope {}

    /** Nothing at all: roles that have no business with customers. */
    record Nothing() implements DataScope {}

    /** The whole bank. */
    static DataScope wholeBank() {
        return new WholeBank();
    }

    /** What customers a viewer may see: the widest of their roles. */
    static DataScope ofCustomers(Viewer viewer) {
        if (viewer.hasAnyOf(Set.of(Role.ANALYST, Role.BRANCH_HEAD, Role.CREDIT_OPERATOR, Role.COMPLIANCE))) {
            return new BranchSubtree(viewer.branchPath());
        }
        return viewer.roles().contains(Role.ACCOUNT_MANAGER) ? new OwnCustomers(viewer.userId()) : new Nothing();
    }

    /** What parts of the organisation (branches, staff) a viewer may see: their branch downwards. */
    static DataScope ofOrganisation(Viewer viewer) {
        return new BranchSubtree(viewer.branchPath());
    }

    /**
     * The condition for a WHERE clause. The named parameters {@code scopePath} and {@code scopeManager} must be bound
     * with {@link #parameters}.
     *
     * @param branchPath the column with the row's branch path, such as {@code b.path}
     * @param managerId the column with the user number of the account manager, such as {@code c.manager_id}
     */
    default String condition(String branchPath, String managerId) {
        return switch (this) {
            case BranchSubtree scope -> branchPath + " LIKE :scopePath";
            case OwnCustomers scope -> managerId + " = :scopeManager";
            case WholeBank scope -> "TRUE";
            case Nothing scope -> "FALSE";
        };
    }

    /** The values of the condition's parameters. */
    default Map<String, Object> parameters() {
        return switch (this) {
            case BranchSubtree scope -> Map.of("scopePath", scope.path() + "%");
            case OwnCustomers scope -> Map.of("scopeManager", scope.managerId());
            case WholeBank scope -> Map.of();
            case Nothing scope -> Map.of();
        };
    }
}
