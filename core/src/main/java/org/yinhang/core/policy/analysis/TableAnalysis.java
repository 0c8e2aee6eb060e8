package org.yinhang.core.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.policy.CompiledRow;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.HitPolicy;
import org.yinhang.core.policy.OutcomeColumn;
import org.yinhang.core.policy.analysis.CellSearch.Goal;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression.Leaf;

/**
 * What a table leaves open, says twice or never says.
 *
 * @param findings errors first, then in the order of the rows
 * @param coverage how much of the cells some row holds in
 * @param isExhaustive whether every search went through to its end
 * @param assumed fields that stand in several expressions, which were looked at as if independent: an example over
 *     them may be a customer there cannot be
 */
public record TableAnalysis(List<Finding> findings, Coverage coverage, boolean isExhaustive, List<Leaf> assumed) {

    public TableAnalysis {
        findings = List.copyOf(findings);
        assumed = List.copyOf(assumed);
    }

    /** Whether every finding is certain and none can be missing. */
    public boolean isExact() {
        return isExhaustive && assumed.isEmpty();
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** Analyses a table for a day. */
    public static TableAnalysis of(CompiledTable table, AsOf asOf) {
        return new Analyst(table, asOf).analyse();
    }

    private static final class Analyst {

        private final CompiledTable table;
        private final List<CompiledRow> rows;
        private final CellSpace space;
        private final CellSearch search;
        private final boolean isFirst;
        private final List<Finding> findings = new ArrayList<>();

        Analyst(CompiledTable table, AsOf asOf) {
            this.table = table;
            this.rows = table.rows();
            this.space = CellSpace.of(rows.stream().map(CompiledRow::condition).toList(), asOf);
            this.search = new CellSearch(space);
            this.isFirst = table.table().hit() == HitPolicy.FIRST;
        }

        TableAnalysis analyse() {
            if (isFirst) {
                search.known(before(rows.size(), Masks.NOT_TRUE)).ifPresent(e -> findings.add(new Finding.Gap(e)));
            }
            for (int row = 0; row < rows.size(); row++) {
                reach(row);
                pairs(row);
            }
            unjudged();
            List<Finding> sorted =
                    new ArrayList<>(findings.stream().filter(Finding::isError).toList());
            findings.stream().filter(finding -> !finding.isError()).forEach(sorted::add);
            return new TableAnalysis(sorted, Coverage.of(space), search.isExhaustive(), List.copyOf(space.shared()));
        }

        private void reach(int row) {
            if (search.any(List.of(goal(row, Masks.TRUE))).isEmpty()) {
                if (search.isExhaustive()) {
                    findings.add(new Finding.Impossible(id(row)));
                }
            } else if (isFirst) {
                List<Goal> goals = before(row, Masks.NOT_TRUE);
                goals.add(goal(row, Masks.TRUE));
                if (search.any(goals).isEmpty() && search.isExhaustive()) {
                    findings.add(new Finding.Unreachable(id(row)));
                }
            }
        }

        /** Rows that hold together with this one and say something else. */
        private void pairs(int row) {
            for (int other = row + 1; other < rows.size(); other++) {
                if (space.formulas().get(other) instanceof Formula.Constant || !differ(row, other)) {
                    continue;
                }
                Optional<Example> both = search.known(List.of(goal(row, Masks.TRUE), goal(other, Masks.TRUE)));
                String first = id(row);
                String second = id(other);
                both.ifPresent(example -> findings.add(
                        isFirst
                                ? new Finding.Overlap(first, second, example)
                                : new Finding.Contradiction(first, second, example)));
            }
        }

        /** In a table that keeps every row, only columns that must agree can contradict each other. */
        private boolean differ(int row, int other) {
            if (isFirst) {
                return !rows.get(row).outcomes().equals(rows.get(other).outcomes());
            }
            return table.table().hit() == HitPolicy.ALL
                    && table.table().columns().stream()
                            .filter(OutcomeColumn::isSingle)
                            .anyMatch(column -> !Objects.equals(
                                    rows.get(row).outcomes().get(column.name()),
                                    rows.get(other).outcomes().get(column.name())));
        }

        /** The first row each missing field leaves unjudged. */
        private void unjudged() {
            for (int d = 0; d < space.dimensions().size(); d++) {
                int dimension = d;
                IntStream.range(0, rows.size())
                        .mapToObj(row -> lacking(row, dimension))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(findings::add);
            }
        }

        private Optional<Finding> lacking(int row, int dimension) {
            List<Goal> goals = isFirst ? before(row, Masks.NOT_TRUE) : new ArrayList<>();
            goals.add(goal(row, Masks.MISSING));
            return search.missing(goals, dimension)
                    .map(example -> new Finding.Unjudged(
                            id(row),
                            space.dimensions().get(dimension).looksAt(),
                            example,
                            table.unknown().isPresent()));
        }

        private List<Goal> before(int row, int mask) {
            List<Goal> goals = new ArrayList<>();
            for (int i = 0; i < row; i++) {
                goals.add(goal(i, mask));
            }
            return goals;
        }

        private Goal goal(int row, int mask) {
            return new Goal(space.formulas().get(row), mask);
        }

        private String id(int row) {
            return rows.get(row).row().id();
        }
    }
}
