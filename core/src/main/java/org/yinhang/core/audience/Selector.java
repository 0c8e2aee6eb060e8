package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.Container;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;

/**
 * Counts and lists the customers of an index for whom a predicate is true, exactly. May be used by several threads; the
 * index must stay open meanwhile.
 */
public final class Selector {

    private final Index index;
    private final LeafSource source;
    private final AsOf asOf;
    private final Workers workers;
    private final ConcurrentLinkedDeque<Sifter> sifters = new ConcurrentLinkedDeque<>();

    /**
     * A selector over an index.
     *
     * @param source answers lists, audiences and facts the index has no column for
     * @param asOf the day predicates are meant for, usually the index's
     */
    public Selector(Index index, LeafSource source, AsOf asOf, Workers workers) {
        this.index = index;
        this.source = source;
        this.asOf = asOf;
        this.workers = workers;
    }

    /**
     * What one condition of several removes.
     *
     * @param alone customers for whom it is true, the others left out
     * @param without customers for whom all others are true
     * @param removed how many fewer there are with it
     */
    public record Removal(long alone, long without, long removed) {}

    /**
     * What every condition of a conjunction removes.
     *
     * @param count customers for whom all conditions are true
     * @param base customers there are
     */
    public record Removals(long count, long base, List<Removal> conditions) {}

    /**
     * How many customers the condition is true for.
     *
     * @throws FaultException when the index lacks a column (SEL-1001) or has it in another type (SEL-1002), or as the
     *     source says
     */
    public long count(Expression condition) {
        Sieve sieve = new SievePlanner(index, source, asOf).plan(condition);
        AtomicLong count = new AtomicLong();
        each((sifter, block) -> count.addAndGet(sifter.sift(sieve, block).count()));
        return count.get();
    }

    /** The customers the condition is true for; throws as {@link #count}. */
    public Audience select(Expression condition) {
        Sieve sieve = new SievePlanner(index, source, asOf).plan(condition);
        @Nullable Container[] found = new @Nullable Container[index.blocks()];
        each((sifter, block) -> {
            Rows rows = sifter.sift(sieve, block);
            if (rows.count() > 0) {
                found[block] = rows.container();
            }
        });
        RoaringBitmap customers = new RoaringBitmap();
        for (int block = 0; block < found.length; block++) {
            Container container = found[block];
            if (container != null) {
                customers.append((char) block, container);
            }
        }
        return Audience.owning(customers);
    }

    /** What each of several conditions removes from those the others leave; throws as {@link #count}. */
    public Removals removals(List<? extends Expression> conditions) {
        SievePlanner planner = new SievePlanner(index, source, asOf);
        List<Sieve> sieves = new ArrayList<>();
        for (Expression condition : conditions) {
            sieves.add(planner.plan(condition));
        }
        int size = sieves.size();
        AtomicLong all = new AtomicLong();
        AtomicLongArray alone = new AtomicLongArray(size);
        AtomicLongArray onlyThisFails = new AtomicLongArray(size);
        each((sifter, block) -> {
            RemovalCount counted = RemovalCount.of(index, block, sifter, sieves);
            all.addAndGet(counted.passed());
            for (int i = 0; i < size; i++) {
                alone.addAndGet(i, counted.alone()[i]);
                onlyThisFails.addAndGet(i, counted.onlyThisFails()[i]);
            }
        });
        List<Removal> removals = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long removed = onlyThisFails.get(i);
            removals.add(new Removal(alone.get(i), all.get() + removed, removed));
        }
        return new Removals(all.get(), index.customers(), List.copyOf(removals));
    }

    /** What is done to one block. */
    private interface BlockSift {
        void run(Sifter sifter, int block);
    }

    private void each(BlockSift work) {
        workers.run(index.blocks(), block -> {
            Sifter spare = sifters.poll();
            Sifter sifter = spare == null ? new Sifter(index, source) : spare;
            work.run(sifter, block);
            sifters.push(sifter);
        });
    }
}
