package org.yinhang.core.audience;

import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;
import org.roaringbitmap.ContainerPointer;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;

/** The customers of an audience whom an index knows, block by block. */
final class MemberRows {

    private MemberRows() {}

    /** What is done with the members of one block. */
    @FunctionalInterface
    interface Reader {

        /**
         * @param words one bit a row of the block
         * @param rows the same rows, rising
         * @param size how many
         */
        void read(int block, long[] words, char[] rows, int size);
    }

    /** Hands over every block that has members; several at once. */
    static void forEach(Index index, Audience audience, Workers workers, Reader reader) {
        @Nullable Container[] blocks = new @Nullable Container[index.blocks()];
        for (ContainerPointer at = audience.bitmap().getContainerPointer(); at.getContainer() != null; at.advance()) {
            if (at.key() < blocks.length) {
                blocks[at.key()] = at.getContainer();
            }
        }
        workers.run(blocks.length, block -> {
            Container customers = blocks[block];
            if (customers != null) {
                long[] words = new long[Block.WORDS];
                customers.copyBitmapTo(words, 0);
                long[] present = index.present(block);
                for (int i = 0; i < Block.WORDS; i++) {
                    words[i] &= present[i];
                }
                char[] rows = new char[Block.ROWS];
                reader.read(block, words, rows, Block.rows(words, rows));
            }
        });
    }
}
