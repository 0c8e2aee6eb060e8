package org.yinhang.lake.tag;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.vector.Batch;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.CustomerBlock;
import org.yinhang.lake.fold.Customers;
import org.yinhang.lake.fold.Dictionaries;
import org.yinhang.lake.fold.FactReader;
import org.yinhang.lake.fold.Fold;
import org.yinhang.lake.fold.Vectors;

/** Computes all tags of a catalogue from a snapshot, on several threads, whatever their number with the same result. */
final class TagEngine {

    private final Lake lake;
    private final Snapshot snapshot;
    private final TagCatalogue catalogue;
    private final TagPlan plan;
    private final AsOf asOf;
    private final GivenTags given;
    private final ColumnSink sink;
    private final Dictionaries dictionaries = new Dictionaries();
    private final Dictionary nothing = new Dictionary();
    private final Customers customers;
    private final Kept kept = new Kept();
    private final AtomicReferenceArray<long[]> present;

    TagEngine(Lake lake, Snapshot snapshot, TagCatalogue catalogue, AsOf asOf, GivenTags given, ColumnSink sink) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.catalogue = catalogue;
        this.plan = new TagPlan(catalogue, asOf);
        this.asOf = asOf;
        this.given = given;
        this.sink = sink;
        this.customers = new Customers(lake.folder(), snapshot, plan.fields(), asOf, dictionaries);
        this.present = new AtomicReferenceArray<>(blocks());
    }

    /** One more than the highest customer number. */
    int numbers() {
        return customers.numbers();
    }

    private int blocks() {
        return (numbers() + BlockValues.ROWS - 1) >>> Lake.BLOCK_BITS;
    }

    /** Computes everything. */
    void run(int threads, Progress progress) {
        GraphColumns graph = GraphColumns.of(lake, snapshot, catalogue, asOf, numbers());
        Parallel.each(threads, blocks(), () -> worker(graph), done -> progress.report("计算标签", done, blocks()));
        for (CompiledTag tag : plan.everyone()) {
            progress.report(
                    "按全体客户排序", plan.everyone().indexOf(tag), plan.everyone().size());
            everyone(tag, threads, graph);
        }
    }

    /** Each thread reads with buffers of its own. */
    private IntConsumer worker(GraphColumns graph) {
        Customers.Reader reader = customers.reader();
        Map<Fold, FactReader> facts = new LinkedHashMap<>();
        plan.folds()
                .forEach(fold -> facts.put(
                        fold,
                        new FactReader(
                                lake.folder(),
                                snapshot.table(fold.table().name()),
                                fold.columns(),
                                dictionaries.of(
                                        snapshot.table(fold.table().name()).schema()))));
        return block -> {
            CustomerBlock who = reader.read(block);
            present.set(block, who.present());
            sink.customers(block, who.present());
            BlockValues values = new BlockValues();
            who.fields().forEach(values::put);
            facts.forEach((fold, source) -> values.put(fold.run(source.read(block))));
            for (CompiledTag tag : plan.single()) {
                Vector result = single(tag, block, values, who.present(), graph);
                values.put(tag.id(), result);
                sink.column(tag, block, result);
            }
            plan.kept().forEach(leaf -> kept.put(leaf, block, values.column(leaf)));
            plan.early()
                    .forEach(early -> kept.put(early, block, plan.program(early).run(values)));
        };
    }

    private Vector single(CompiledTag tag, int block, BlockValues values, long[] present, GraphColumns graph) {
        return switch (tag.kind()) {
            case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE ->
                plan.program(tag.expression("expression")).run(values);
            case GRAPH -> graph.values(tag.tag().definition().measure().orElseThrow(), block);
            case SCORE, IMPORTED, MANUAL ->
                given.values(tag.tag(), block, values.computed(present))
                        .orElseGet(() -> Vectors.missing(tag.tag().type(), BlockValues.ROWS, nothing));
            case RFM, BUCKET -> throw new IllegalStateException("bands need everyone");
        };
    }

    private void everyone(CompiledTag tag, int threads, GraphColumns graph) {
        if (tag.kind() == TagKind.GRAPH) {
            around(tag, threads, graph);
            return;
        }
        Map<String, Bands> bands = new LinkedHashMap<>();
        if (tag.kind() == TagKind.BUCKET) {
            bands.put("of", bands(tag, "of", tag.tag().definition().bands(), threads));
        } else if (tag.kind() == TagKind.RFM) {
            tag.expressions().keySet().forEach(role -> bands.put(role, bands(tag, role, Rfm.QUINTILES, threads)));
        }
        Parallel.each(
                threads,
                blocks(),
                () -> block -> {
                    Vector result =
                            switch (tag.kind()) {
                                case BUCKET -> new Vector.Wholes(banded(bands, tag, "of", block));
                                case RFM ->
                                    Rfm.score(
                                            banded(bands, tag, "recency", block),
                                            banded(bands, tag, "frequency", block),
                                            banded(bands, tag, "amount", block));
                                case ATTRIBUTE, RULE, METRIC, FIRST_LAST, PREFERENCE ->
                                    late(tag.expression("expression"), block);
                                case GRAPH, SCORE, IMPORTED, MANUAL ->
                                    throw new IllegalStateException("%s reads nothing".formatted(tag.id()));
                            };
                    finish(tag, block, result);
                },
                done -> {});
    }

    private void finish(CompiledTag tag, int block, Vector result) {
        if (plan.isReadLater(tag)) {
            kept.put(tag.id(), block, result);
        }
        sink.column(tag, block, result);
    }

    /** Of whom among those around each customer a condition is true. */
    private void around(CompiledTag tag, int threads, GraphColumns graph) {
        BitSet marked = new BitSet(numbers());
        for (int block = 0; block < blocks(); block++) {
            byte[] truths = ((Vector.Truths) late(tag.expression("of"), block)).values();
            for (int row = 0; row < truths.length; row++) {
                if (truths[row] == Vector.TRUE) {
                    marked.set((block << Lake.BLOCK_BITS) + row);
                }
            }
        }
        Parallel.each(
                threads,
                blocks(),
                () -> {
                    IntFunction<Vector> values =
                            graph.around(tag.tag().definition().measure().orElseThrow(), marked);
                    return block -> finish(tag, block, values.apply(block));
                },
                done -> {});
    }

    private long[] banded(Map<String, Bands> bands, CompiledTag tag, String role, int block) {
        Bands known = bands.get(role);
        if (known == null) {
            throw new IllegalStateException("no bands of " + role);
        }
        return known.of(keys(tag, role, block));
    }

    private Bands bands(CompiledTag tag, String role, int count, int threads) {
        long[][] blocks = new long[blocks()][];
        Parallel.each(
                threads, blocks(), () -> block -> blocks[block] = Bands.present(keys(tag, role, block)), done -> {});
        int total = Arrays.stream(blocks).mapToInt(block -> block.length).sum();
        long[] all = new long[total];
        int at = 0;
        for (long[] part : blocks) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Bands.of(all, count);
    }

    /** The values by which customers are ranked; numbers that are no customers take no part. */
    private long[] keys(CompiledTag tag, String role, int block) {
        long[] keys = Bands.keys(late(tag.expression(role), block)).clone();
        long[] customers = present.get(block);
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (customers[row >>> 6] >>> row & 1) == 1 ? keys[row] : Vector.MISSING;
        }
        return keys;
    }

    /** An expression's values from what was kept. */
    private Vector late(Expression expression, int block) {
        if (kept.has(expression, block)) {
            return kept.get(expression, block);
        }
        return plan.program(expression).run(new Batch() {
            @Override
            public int size() {
                return BlockValues.ROWS;
            }

            @Override
            public Vector column(Leaf leaf) {
                return leaf instanceof Reference(var field) && kept.has(field.name(), block)
                        ? kept.get(field.name(), block)
                        : kept.get(leaf, block);
            }
        });
    }
}
