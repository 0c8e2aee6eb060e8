package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.BlockColumn;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Vector;

/** Compares audiences with one base, which is counted once. May be used by several threads. */
public final class Profiler {

    /** Fewer customers of a block than this are looked at one by one. */
    private static final int FEW = 1024;

    private final Index index;
    private final Workers workers;
    private final List<Bins> bins;
    private final long base;
    private final List<AtomicLongArray> baseCounts;

    public Profiler(Index index, Audience base, Workers workers) {
        this.index = index;
        this.workers = workers;
        this.bins = index.columns().stream().map(Bins::of).toList();
        this.base = base.count();
        this.baseCounts = counts(base, () -> true);
    }

    /** What sets an audience apart from the base. */
    public Profile profile(Audience audience) {
        return profile(audience, () -> true);
    }

    /**
     * What sets an audience apart from the base, as long as somebody wants to know.
     *
     * @param isWanted asked before every block, by several threads
     * @throws CancellationException once it said no
     */
    public Profile profile(Audience audience, BooleanSupplier isWanted) {
        List<AtomicLongArray> counts = counts(audience, isWanted);
        List<Profile.Column> columns = new ArrayList<>();
        for (int column = 0; column < bins.size(); column++) {
            Bins classes = bins.get(column);
            List<Profile.Share> shares = new ArrayList<>();
            for (int bin = 0; bin < classes.size(); bin++) {
                long in = counts.get(column).get(bin);
                long of = baseCounts.get(column).get(bin);
                if (in > 0 || of > 0) {
                    double tgi = of == 0 || audience.count() == 0
                            ? Double.NaN
                            : 100.0 * in / audience.count() / ((double) of / base);
                    shares.add(new Profile.Share(classes.from(bin), classes.upTo(bin), in, of, tgi));
                }
            }
            IndexColumn named = classes.column();
            columns.add(new Profile.Column(named.name(), named.type(), List.copyOf(shares)));
        }
        return new Profile(audience.count(), base, List.copyOf(columns));
    }

    private List<AtomicLongArray> counts(Audience audience, BooleanSupplier isWanted) {
        List<AtomicLongArray> counts =
                bins.stream().map(b -> new AtomicLongArray(b.size())).toList();
        MemberRows.forEach(index, audience, workers, (block, words, rows, size) -> {
            if (!isWanted.getAsBoolean()) {
                throw new CancellationException("nobody wants to know");
            }
            long[] room = new long[Block.WORDS];
            char[] list = new char[Block.ROWS];
            for (int column = 0; column < bins.size(); column++) {
                Bins classes = bins.get(column);
                if (size >= FEW
                        && classes.isSingle()
                        && classes.column().block(block).isKeyed()) {
                    countKeys(classes, block, words, counts.get(column), room, list);
                } else {
                    countRows(classes, block, rows, size, counts.get(column));
                }
            }
        });
        return counts;
    }

    private static void countKeys(
            Bins classes, int block, long[] words, AtomicLongArray counts, long[] room, char[] list) {
        BlockColumn column = classes.column().block(block);
        for (int key = 0; key < column.keys(); key++) {
            counts.addAndGet(classes.of(column.key(key)), column.countIn(key, words, room, list));
        }
    }

    private static void countRows(Bins classes, int block, char[] rows, int size, AtomicLongArray counts) {
        IndexColumn column = classes.column();
        long[] own = new long[classes.size()];
        for (int i = 0; i < size; i++) {
            long value = column.ordered(block, rows[i]);
            if (column.type() == ValueType.SET && value != Vector.MISSING) {
                for (long rest = value; rest != 0; rest &= rest - 1) {
                    own[Long.numberOfTrailingZeros(rest)]++;
                }
            } else {
                own[classes.of(value)]++;
            }
        }
        for (int bin = 0; bin < own.length; bin++) {
            if (own[bin] > 0) {
                counts.addAndGet(bin, own[bin]);
            }
        }
    }
}
