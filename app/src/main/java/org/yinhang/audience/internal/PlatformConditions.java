package org.yinhang.audience.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.access.Branch;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.access.StaffUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.audience.PlatformCondition;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.shared.Viewer;

/** What the platform adds to every predicate: ordinary conditions of the language that nobody can take away. */
@Component
public class PlatformConditions {

    private final Branches branches;
    private final StaffUsers staff;

    PlatformConditions(Branches branches, StaffUsers staff) {
        this.branches = branches;
        this.staff = staff;
    }

    /** The conditions for a viewer, to be joined by and; a condition that cannot be read refuses everything. */
    public List<PlatformCondition> of(Viewer viewer, Catalogue catalogue) {
        List<PlatformCondition> conditions = new ArrayList<>();
        conditions.add(condition(PlatformCondition.SCOPE, scope(viewer), catalogue));
        conditions.add(condition(PlatformCondition.CONSENT, PlatformCondition.MAY_BE_APPROACHED, catalogue));
        return conditions;
    }

    private static PlatformCondition condition(String key, String text, Catalogue catalogue) {
        Expression condition = Predicates.condition(text, catalogue);
        return new PlatformCondition(key, text, condition);
    }

    private String scope(Viewer viewer) {
        DataScope scope = DataScope.ofCustomers(viewer);
        return switch (scope) {
            case DataScope.BranchSubtree subtree ->
                branches.within(subtree).stream()
                        .map(Branch::code)
                        .map(PlatformConditions::quoted)
                        .collect(Collectors.joining(", ", "branch in (", ")"));
            case DataScope.OwnCustomers own ->
                staff.named(viewer.userName())
                        .flatMap(StaffUser::staffCode)
                        .map(code -> "account_manager = " + quoted(code))
                        .orElse("false");
            case DataScope.WholeBank bank -> "true";
            case DataScope.Nothing nothing -> "false";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
