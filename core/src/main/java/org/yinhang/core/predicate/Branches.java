package org.yinhang.core.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.Branch;

/** The parts of a branching expression, in order. */
final class Branches {

    private Branches() {}

    /** A case from its conditions and its agreed values, of which one more than conditions is the else. */
    static Expression cases(List<Expression> conditions, List<Expression> values) {
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            branches.add(new Branch(conditions.get(i), values.get(i)));
        }
        Optional<Expression> otherwise =
                values.size() > conditions.size() ? Optional.of(values.getLast()) : Optional.empty();
        return new Expression.Case(branches, otherwise, values.getFirst().type());
    }

    static List<Expression> children(List<Branch> branches, Optional<Expression> otherwise) {
        List<Expression> children = new ArrayList<>();
        for (Branch branch : branches) {
            children.add(branch.condition());
            children.add(branch.value());
        }
        otherwise.ifPresent(children::add);
        return children;
    }
}
