package org.yinhang.core.policy.analysis;

import java.util.List;
import java.util.Set;

/** A condition over cells: every test looks at one dimension, and its truth is known in each of its cells. */
sealed interface Formula {

    /**
     * A test of one dimension.
     *
     * @param masks its truth by cell
     * @param any every truth it can have
     */
    record Atom(int dimension, List<Integer> masks, int any) implements Formula {}

    record And(List<Formula> parts) implements Formula {}

    record Or(List<Formula> parts) implements Formula {}

    record Not(Formula inner) implements Formula {}

    record Constant(int mask) implements Formula {}

    /**
     * The truths the formula can still have: exact once every dimension it reads is set, never too few before.
     *
     * @param cells chosen cell by dimension, −1 while open
     */
    default int possible(int[] cells) {
        return switch (this) {
            case Atom atom ->
                cells[atom.dimension()] < 0 ? atom.any() : atom.masks().get(cells[atom.dimension()]);
            case And and -> {
                int mask = Masks.TRUE;
                for (Formula part : and.parts()) {
                    mask = Masks.and(mask, part.possible(cells));
                }
                yield mask;
            }
            case Or or -> {
                int mask = Masks.FALSE;
                for (Formula part : or.parts()) {
                    mask = Masks.or(mask, part.possible(cells));
                }
                yield mask;
            }
            case Not not -> Masks.not(not.inner().possible(cells));
            case Constant constant -> constant.mask();
        };
    }

    /** Adds the dimensions it reads, in order of first use. */
    default void gather(Set<Integer> dimensions) {
        switch (this) {
            case Atom atom -> dimensions.add(atom.dimension());
            case And and -> and.parts().forEach(part -> part.gather(dimensions));
            case Or or -> or.parts().forEach(part -> part.gather(dimensions));
            case Not not -> not.inner().gather(dimensions);
            case Constant _ -> {}
        }
    }
}
