package org.yinhang.core.audience;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.roaringbitmap.Container;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.BlockColumn;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.PlainTest;
import org.yinhang.core.audience.index.ValueSet;
import org.yinhang.core.predicate.vector.Vector;

/**
 * Sends rows of one block after another through sieves. Keeps the memory it works in, so one thread uses one sifter.
 *
 * <p>Whether a test follows the listed rows of values or looks at plain values is decided block by block, by what is
 * left of the block.
 */
final class Sifter {

    /** What following a bitmap costs, about, where setting the bit of one row costs 1. */
    private static final int BITMAP = 160;

    /** What turning bits into a list costs. */
    private static final int LISTING = 600;

    private final Index index;
    private final LeafSource source;
    private final long[] room = new long[Block.WORDS];
    private final char[] roomForRows = new char[Block.ROWS / 16];
    private final Rows sifted = new Rows();
    private final ArrayDeque<Rows> spareRows = new ArrayDeque<>();
    private final ArrayDeque<long[]> spareWords = new ArrayDeque<>();
    private final int[] chosen = new int[BlockColumn.MOST_KEYS];

    Sifter(Index index, LeafSource source) {
        this.index = index;
        this.source = source;
    }

    /** The rows of a block that pass; they are good until the next block. */
    Rows sift(Sieve sieve, int block) {
        sifted.set(index.present(block), index.presentCount(block));
        keep(sieve, block, sifted);
        return sifted;
    }

    private Rows borrow() {
        Rows rows = spareRows.poll();
        return rows == null ? new Rows() : rows;
    }

    private void giveBack(Rows rows) {
        spareRows.push(rows);
    }

    private long[] borrowWords() {
        long[] words = spareWords.poll();
        if (words == null) {
            return new long[Block.WORDS];
        }
        Arrays.fill(words, 0);
        return words;
    }

    /** Keeps the rows that pass. */
    private void keep(Sieve sieve, int block, Rows rows) {
        if (rows.count() == 0) {
            return;
        }
        switch (sieve) {
            case Sieve.Everybody everybody -> {}
            case Sieve.Nobody nobody -> rows.clear();
            case Sieve.All all -> {
                for (Sieve part : all.parts()) {
                    keep(part, block, rows);
                }
            }
            case Sieve.Any any -> keepAny(any, block, rows);
            case Sieve.Values values -> keepValues(values, block, rows);
            case Sieve.Labels labels -> keepLabels(labels, block, rows);
            case Sieve.Members members -> keepMembers(members, block, rows);
            case Sieve.Program program -> keepProgram(program, block, rows);
        }
    }

    private void keepAny(Sieve.Any any, int block, Rows rows) {
        long[] passed = borrowWords();
        Rows rest = borrow();
        Rows hit = borrow();
        rest.set(rows);
        for (Sieve part : any.parts()) {
            hit.set(rest);
            keep(part, block, hit);
            hit.addTo(passed);
            rest.keep(passed, false);
        }
        rows.keep(passed, true);
        giveBack(rest);
        giveBack(hit);
        spareWords.push(passed);
    }

    private void keepValues(Sieve.Values sieve, int block, Rows rows) {
        BlockColumn column = sieve.column().block(block);
        ValueSet wanted = sieve.wanted();
        if (rows.isListed()) {
            keepPlain(sieve, column, rows);
            return;
        }
        if (!(column.isKeyed() || onlyMissing(wanted))) {
            if (column.bounds() > 0 && wanted.size() == 1 && !wanted.hasMissing()) {
                keepRange(sieve, column, rows);
            } else {
                keepPlain(sieve, column, rows);
            }
            return;
        }
        int found = choose(column, wanted, true);
        if (found == 0) {
            rows.clear();
        } else if (found == 1 && column.isDense(chosen[0])) {
            rows.left(column.keepDense(chosen[0], rows.words(), room));
        } else if (found == 1) {
            rows.leftInList(column.listSparse(chosen[0], rows.words(), rows.list()));
        } else {
            keepKeys(sieve, column, rows, found);
        }
    }

    /** Follows the rows of several keys, or of all others when those are fewer, or looks at every row that is left. */
    private void keepKeys(Sieve.Values sieve, BlockColumn column, Rows rows, int found) {
        boolean most = found > column.keys() / 2;
        int followed = most ? choose(column, sieve.wanted(), false) : found;
        long cost = 0;
        for (int i = 0; i < followed; i++) {
            cost += column.isDense(chosen[i]) ? BITMAP : column.count(chosen[i]);
        }
        if (cost > LISTING + 2L * rows.count()) {
            keepPlain(sieve, column, rows);
            return;
        }
        long[] union = borrowWords();
        for (int i = 0; i < followed; i++) {
            column.addTo(chosen[i], union, room, roomForRows);
        }
        rows.keep(union, !most);
        spareWords.push(union);
    }

    /** Follows the bitmaps of the bounds around a range; looks only at rows in the bands its ends fall into. */
    private void keepRange(Sieve.Values sieve, BlockColumn column, Rows rows) {
        long low = sieve.wanted().low(0);
        long high = sieve.wanted().high(0);
        int above = column.boundsBelow(low, false) - 1;
        int upTo = column.boundsBelow(high, false);
        keepBetween(column, above, upTo, rows);
        if (upTo == column.bounds() && column.missing() > 0 && !rows.isListed()) {
            long[] missing = borrowWords();
            column.addTo(0, missing, room, roomForRows);
            rows.keep(missing, false);
            spareWords.push(missing);
        }
        // Surely in are rows above the first bound from low on, up to the last bound that is at most high.
        int surelyAbove = low <= column.least() ? -1 : above + 1;
        int surelyUpTo = high >= column.greatest() ? column.bounds() : column.boundsBelow(high, true) - 1;
        if (rows.isListed() || surelyAbove >= surelyUpTo) {
            keepPlain(sieve, column, rows);
            return;
        }
        Rows unsure = borrow();
        Rows sure = borrow();
        unsure.set(rows);
        sure.set(rows);
        keepBetween(column, surelyAbove, surelyUpTo, sure);
        long[] passed = borrowWords();
        sure.addTo(passed);
        unsure.keep(passed, false);
        if (unsure.count() > 0) {
            keepPlain(sieve, column, unsure);
            unsure.addTo(passed);
        }
        rows.keep(passed, true);
        spareWords.push(passed);
        giveBack(sure);
        giveBack(unsure);
    }

    /** Keeps rows above one bound and up to another; places outside the bounds do not limit. */
    private void keepBetween(BlockColumn column, int above, int upTo, Rows rows) {
        if (upTo < column.bounds()) {
            column.copyUpTo(upTo, room);
            rows.keep(room, true);
        }
        if (above >= 0) {
            column.copyUpTo(above, room);
            rows.keep(room, false);
        }
    }

    private static boolean onlyMissing(ValueSet wanted) {
        return wanted.size() == 0;
    }

    private void keepPlain(Sieve.Values sieve, BlockColumn column, Rows rows) {
        PlainTest test = new PlainTest(column, sieve.column().type(), sieve.wanted());
        if (!rows.isListed() && rows.count() > Block.ROWS / 4) {
            test.keepDense(rows.words(), column.rows());
            rows.left(Block.count(rows.words()));
        } else {
            rows.makeList();
            rows.leftInList(test.keep(rows.list(), rows.count()));
            rows.settle();
        }
    }

    /** The places of the keys that are in a set of values, or of those that are not; the missing one among them. */
    private int choose(BlockColumn column, ValueSet wanted, boolean in) {
        int found = 0;
        int keys = column.keys();
        int at = 0;
        if (keys > 0 && column.key(0) == Vector.MISSING) {
            if (wanted.hasMissing() == in) {
                chosen[found++] = 0;
            }
            at = 1;
        }
        if (in && wanted.size() * 16L < keys) {
            for (int i = 0; i < wanted.size(); i++) {
                for (int key = Math.max(at, column.firstKeyFrom(wanted.low(i)));
                        key < keys && column.key(key) <= wanted.high(i);
                        key++) {
                    chosen[found++] = key;
                }
            }
            return found;
        }
        int interval = 0;
        for (; at < keys; at++) {
            long key = column.key(at);
            while (interval < wanted.size() && wanted.high(interval) < key) {
                interval++;
            }
            boolean inside = interval < wanted.size() && wanted.low(interval) <= key;
            if (inside == in) {
                chosen[found++] = at;
            }
        }
        return found;
    }

    private void keepLabels(Sieve.Labels sieve, int block, Rows rows) {
        BlockColumn column = sieve.column().block(block);
        long mask = sieve.mask();
        if (rows.isListed()) {
            char[] list = rows.list();
            int kept = 0;
            for (int i = 0; i < rows.count(); i++) {
                long labels = column.at(list[i]);
                list[kept] = list[i];
                kept += (labels != Vector.MISSING && ((labels & mask) != 0) == sieve.wanted()) ? 1 : 0;
            }
            rows.leftInList(kept);
            return;
        }
        long[] union = borrowWords();
        for (int key = 0; key < column.keys(); key++) {
            long label = column.key(key);
            boolean counts = label == Vector.MISSING ? !sieve.wanted() : ((mask >>> label) & 1) != 0;
            if (counts) {
                column.addTo(key, union, room, roomForRows);
            }
        }
        rows.keep(union, sieve.wanted());
        spareWords.push(union);
    }

    private void keepMembers(Sieve.Members sieve, int block, Rows rows) {
        Container members = sieve.blocks()[block];
        if (members == null) {
            if (sieve.wanted()) {
                rows.clear();
            }
            return;
        }
        long[] words = borrowWords();
        members.copyBitmapTo(words, 0);
        rows.keep(words, sieve.wanted());
        spareWords.push(words);
    }

    private void keepProgram(Sieve.Program sieve, int block, Rows rows) {
        rows.makeList();
        char[] list = rows.list();
        int count = rows.count();
        char[] part = new char[Math.min(count, IndexBatch.SIZE)];
        int kept = 0;
        for (int from = 0; from < count; from += part.length) {
            int size = Math.min(part.length, count - from);
            System.arraycopy(list, from, part, 0, size);
            byte[] truths =
                    ((Vector.Truths) sieve.program().run(new IndexBatch(index, source, block, part, size))).values();
            for (int i = 0; i < size; i++) {
                list[kept] = part[i];
                kept += truths[i] == sieve.wanted() ? 1 : 0;
            }
        }
        rows.leftInList(kept);
        rows.settle();
    }
}
