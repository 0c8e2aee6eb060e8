package org.yinhang.core.audience;

import java.util.List;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;

/** Counts in one block who passes all conditions, who fails only one, and who passes one taken alone. */
final class RemovalCount {

    private final Index index;
    private final Sifter sifter;
    private final List<Sieve> sieves;
    private final int[] alone;
    private final int[] onlyThisFails;
    private int passed;

    RemovalCount(Index index, Sifter sifter, List<Sieve> sieves) {
        this.index = index;
        this.sifter = sifter;
        this.sieves = List.copyOf(sieves);
        this.alone = new int[sieves.size()];
        this.onlyThisFails = new int[sieves.size()];
    }

    void run(int block) {
        long[] present = index.present(block);
        long[] none = present.clone();
        long[] one = new long[Block.WORDS];
        long[][] passing = new long[sieves.size()][Block.WORDS];
        Rows rows = sifter.borrow();
        for (int i = 0; i < passing.length; i++) {
            rows.set(present, index.presentCount(block));
            sifter.keep(sieves.get(i), block, rows);
            rows.addTo(passing[i]);
            alone[i] = rows.count();
            for (int word = 0; word < Block.WORDS; word++) {
                long fails = ~passing[i][word];
                one[word] = (one[word] & ~fails) | (none[word] & fails);
                none[word] &= ~fails;
            }
        }
        sifter.giveBack(rows);
        passed = Block.count(none);
        for (int i = 0; i < passing.length; i++) {
            int count = 0;
            for (int word = 0; word < Block.WORDS; word++) {
                count += Long.bitCount(one[word] & ~passing[i][word]);
            }
            onlyThisFails[i] = count;
        }
    }

    int passed() {
        return passed;
    }

    int alone(int condition) {
        return alone[condition];
    }

    int onlyThisFails(int condition) {
        return onlyThisFails[condition];
    }
}
