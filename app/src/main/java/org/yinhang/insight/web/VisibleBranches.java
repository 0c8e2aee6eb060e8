package org.yinhang.insight.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.access.Branch;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.shared.Viewer;

/** Whose customers a viewer's figures may be of. */
@Component
class VisibleBranches {

    private final Branches branches;

    VisibleBranches(Branches branches) {
        this.branches = branches;
    }

    /** The codes of the branches; empty for the whole bank, where customers without a known branch count too. */
    Optional<Set<String>> of(Viewer viewer) {
        List<Branch> own = branches.within(DataScope.ofOrganisation(viewer));
        return own.stream().anyMatch(branch -> branch.depth() == 0)
                ? Optional.empty()
                : Optional.of(own.stream().map(Branch::code).collect(Collectors.toSet()));
    }

    /** The tree a viewer may see from one of its branches, empty for their own; empty where they may not see that one. */
    Optional<BranchView> view(Viewer viewer, String code) {
        List<Branch> own = branches.within(DataScope.ofOrganisation(viewer));
        return own.stream()
                .filter(branch -> code.isEmpty() || branch.code().equals(code))
                .findFirst()
                .map(here -> new BranchView(own, here));
    }
}
