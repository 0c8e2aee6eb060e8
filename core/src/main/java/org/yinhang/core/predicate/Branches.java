package org.yinhang.core.predicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yinhang.core.predicate.Expression.Branch;

/** The parts of a branching expression, in order. */
final class Branches {

    private Branches() {}

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
