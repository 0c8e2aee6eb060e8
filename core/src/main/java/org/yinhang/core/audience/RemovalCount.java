package org.yinhang.core.audience;

import java.util.List;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;

/**
 * Who of one block passes several conditions.
 *
 * @param passed customers who pass all
 * @param alone for each condition those who pass it, whatever the others say
 * @param onlyThisFails for each condition those who fail it and pass all others
 */
record RemovalCount(int passed, int[] alone, int[] onlyThisFails) {

    static RemovalCount of(Index index, int block, Sifter sifter, List<Sieve> sieves) {
        long[] none = index.present(block).clone();
        long[] one = new long[Block.WORDS];
        long[][] passing = new long[sieves.size()][Block.WORDS];
        int[] alone = new int[sieves.size()];
        for (int i = 0; i < passing.length; i++) {
            Rows rows = sifter.sift(sieves.get(i), block);
            rows.addTo(passing[i]);
            alone[i] = rows.count();
            for (int word = 0; word < Block.WORDS; word++) {
                long passes = passing[i][word];
                one[word] = (one[word] & passes) | (none[word] & ~passes);
                none[word] &= passes;
            }
        }
        int[] onlyThisFails = new int[sieves.size()];
        for (int i = 0; i < passing.length; i++) {
            for (int word = 0; word < Block.WORDS; word++) {
                onlyThisFails[i] += Long.bitCount(one[word] & ~passing[i][word]);
            }
        }
        return new RemovalCount(Block.count(none), alone, onlyThisFails);
    }
}
