package org.yinhang.insight.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.access.Branch;
import org.yinhang.lake.attribution.KeyFigures;
import org.yinhang.lake.attribution.KeyFiguresReport;

/**
 * The part of the bank's tree a viewer looks at: one branch, and what is right below it.
 *
 * @param visible every branch the viewer may see, in tree order
 * @param here where they stand
 */
record BranchView(List<Branch> visible, Branch here) {

    BranchView {
        visible = List.copyOf(visible);
    }

    /** Whose customers count; empty for the whole bank, where customers without a known branch count too. */
    Optional<Set<String>> codes() {
        return here.depth() == 0
                ? Optional.empty()
                : Optional.of(visible.stream()
                        .filter(branch -> branch.path().startsWith(here.path()))
                        .map(Branch::code)
                        .collect(Collectors.toSet()));
    }

    /** The way from the viewer's own branch to here, both included. */
    List<Branch> way() {
        return visible.stream()
                .filter(branch -> here.path().startsWith(branch.path()))
                .toList();
    }

    /** Figures of the branches right below, each with all that is below it; what belongs to none of them under what it has. */
    Map<String, List<KeyFigures>> below(KeyFiguresReport report) {
        Map<String, Branch> known = visible.stream().collect(Collectors.toMap(Branch::code, branch -> branch));
        Map<String, List<KeyFigures>> below = new LinkedHashMap<>();
        for (KeyFiguresReport.Row row : report.rows()) {
            String code =
                    Optional.ofNullable(known.get(row.value())).map(this::under).orElse("");
            below.merge(code, row.spans(), BranchView::sum);
        }
        return below;
    }

    private String under(Branch branch) {
        return visible.stream()
                .filter(one -> one.depth() == here.depth() + 1
                        && one.path().startsWith(here.path())
                        && branch.path().startsWith(one.path()))
                .findFirst()
                .orElse(here)
                .code();
    }

    private static List<KeyFigures> sum(List<KeyFigures> one, List<KeyFigures> other) {
        return IntStream.range(0, one.size())
                .mapToObj(span -> one.get(span).plus(other.get(span)))
                .toList();
    }

    /** Whether there is something below a branch to look into. */
    boolean leadsOn(String code) {
        return visible.stream()
                .filter(branch -> branch.code().equals(code))
                .anyMatch(branch -> branch.depth() > here.depth());
    }

    /** What a branch is called. */
    String name(String code, boolean isChinese) {
        return visible.stream()
                .filter(branch -> branch.code().equals(code))
                .findFirst()
                .map(branch -> isChinese || branch.nameInEnglish().isBlank() ? branch.name() : branch.nameInEnglish())
                .orElse(code);
    }
}
