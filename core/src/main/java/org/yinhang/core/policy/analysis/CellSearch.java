package org.yinhang.core.policy.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for a cell in which every goal is reached, by backtracking with all that can no longer be true cut off. */
final class CellSearch {

    /** Beyond so many steps a search gives up, and the analysis says that it was not exact. */
    private static final int MOST_STEPS = 150_000;

    private final CellSpace space;
    private int steps;
    private boolean isExhaustive = true;

    CellSearch(CellSpace space) {
        this.space = space;
    }

    /**
     * What a formula must be.
     *
     * @param mask the truths allowed
     */
    record Goal(Formula formula, int mask) {

        boolean canBeReached(int[] cells) {
            return (formula.possible(cells) & mask) != 0;
        }
    }

    /** Whether every search so far went through to its end. */
    boolean isExhaustive() {
        return isExhaustive;
    }

    /** A point where nothing is missing. */
    Optional<Example> known(List<Goal> goals) {
        return find(goals, -1, false);
    }

    /** A point, with anything missing or not. */
    Optional<Example> any(List<Goal> goals) {
        return find(goals, -1, true);
    }

    /** A point where one dimension is missing and all others are known. */
    Optional<Example> missing(List<Goal> goals, int dimension) {
        return space.dimensions().get(dimension).missing() < 0 ? Optional.empty() : find(goals, dimension, false);
    }

    private Optional<Example> find(List<Goal> goals, int lacking, boolean mayLack) {
        int[] cells = new int[space.dimensions().size()];
        Arrays.fill(cells, -1);
        Set<Integer> used = new LinkedHashSet<>();
        goals.forEach(goal -> goal.formula().gather(used));
        List<Integer> order = new ArrayList<>(used);
        if (lacking >= 0) {
            cells[lacking] = space.dimensions().get(lacking).missing();
            order.remove((Integer) lacking);
        }
        steps = 0;
        boolean found = descend(goals, order, 0, cells, mayLack);
        isExhaustive &= found || steps <= MOST_STEPS;
        return found ? Optional.of(space.example(cells)) : Optional.empty();
    }

    private boolean descend(List<Goal> goals, List<Integer> order, int depth, int[] cells, boolean mayLack) {
        if (++steps > MOST_STEPS || !goals.stream().allMatch(goal -> goal.canBeReached(cells))) {
            return false;
        }
        if (depth == order.size()) {
            return true;
        }
        int place = order.get(depth);
        Dimension dimension = space.dimensions().get(place);
        for (int cell = mayLack ? 0 : dimension.missing() + 1;
                cell < dimension.cells().size();
                cell++) {
            cells[place] = cell;
            if (descend(goals, order, depth + 1, cells, mayLack)) {
                return true;
            }
        }
        cells[place] = -1;
        return false;
    }
}
