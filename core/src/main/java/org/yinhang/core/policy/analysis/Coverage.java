package org.yinhang.core.policy.analysis;

import java.util.SplittableRandom;

/**
 * How much of the cells some row holds in, each cell counting once whoever lives there.
 *
 * @param covered cells looked at in which a row holds
 * @param looked cells looked at
 * @param isWhole whether these are all cells; otherwise they were drawn at random from a fixed seed
 */
public record Coverage(long covered, long looked, boolean isWhole) {

    private static final int MOST = 50_000;
    private static final int DRAWN = 5_000;

    static Coverage of(CellSpace space) {
        long size = space.size(MOST + 1L);
        boolean isWhole = size <= MOST;
        long looked = isWhole ? size : DRAWN;
        SplittableRandom random = new SplittableRandom(1);
        int[] cells = new int[space.dimensions().size()];
        long covered = 0;
        for (long number = 0; number < looked; number++) {
            long rest = number;
            for (int d = 0; d < cells.length; d++) {
                int many = space.dimensions().get(d).cells().size();
                cells[d] = isWhole ? (int) (rest % many) : random.nextInt(many);
                rest /= many;
            }
            covered += space.formulas().stream().anyMatch(f -> f.possible(cells) == Masks.TRUE) ? 1 : 0;
        }
        return new Coverage(covered, looked, isWhole);
    }

    public double share() {
        return (double) covered / looked;
    }
}
