package org.yinhang.lake.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.fold.CustomerBlock;
import org.yinhang.lake.fold.Customers;
import org.yinhang.lake.fold.Dictionaries;
import org.yinhang.lake.fold.FactReader;
import org.yinhang.lake.fold.FactRows;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.fold.RowMasks;
import org.yinhang.lake.tag.Parallel;

/**
 * Counts a funnel over the lake: block by block of 65,536 customers, whose sorted rows are read once. Memory is that of
 * the blocks in work, one for each thread, whatever the lake's size.
 */
public final class FunnelRun {

    private static final int BLOCK = 1 << Lake.BLOCK_BITS;

    private final Lake lake;
    private final Snapshot snapshot;
    private final FunnelPlan plan;
    private final Dictionaries dictionaries = new Dictionaries();
    private final List<SnapshotTable> tables;
    private final Customers customers;
    private final int blocks;

    private FunnelRun(Lake lake, Snapshot snapshot, Funnel funnel, AsOf asOf) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.plan = FunnelPlan.of(funnel, LakeFields.tables(snapshot), LakeFields.fields(snapshot), asOf);
        this.tables = plan.tables().stream()
                .map(table -> snapshot.table(table.table().name()))
                .toList();
        this.customers = new Customers(lake.folder(), snapshot, plan.customerFields(), asOf, dictionaries);
        this.blocks = tables.stream()
                .flatMap(table -> table.files().stream())
                .mapToInt(LakeFile::last)
                .map(last -> (last >>> Lake.BLOCK_BITS) + 1)
                .max()
                .orElse(0);
    }

    /**
     * How many threads there are.
     *
     * @param threads at least 1; the result does not depend on it
     * @param sink hears of every customer's journey
     */
    public record Settings(int threads, JourneySink sink) {

        /** All processors. */
        public static final Settings DEFAULT =
                new Settings(Runtime.getRuntime().availableProcessors(), JourneySink.NONE);
    }

    /**
     * Counts a funnel.
     *
     * @param asOf what happened on this day or later is not seen
     * @throws org.yinhang.core.fault.FaultException when the funnel names what is not there
     */
    public static FunnelResult count(
            Lake lake, Snapshot snapshot, Funnel funnel, AsOf asOf, Settings settings, Progress progress) {
        return new FunnelRun(lake, snapshot, funnel, asOf).count(settings, progress);
    }

    /** The path of one customer through a funnel, without name, number or dates. */
    public static List<PathMoment> replay(Lake lake, Snapshot snapshot, Funnel funnel, AsOf asOf, int customer) {
        FunnelRun run = new FunnelRun(lake, snapshot, funnel, asOf);
        int block = customer >>> Lake.BLOCK_BITS;
        List<FactRows> rows =
                run.readers().stream().map(reader -> reader.read(block)).toList();
        return new FunnelReplay(run.plan).path(rows, customer & (BLOCK - 1));
    }

    /**
     * Counts a funnel day by day: a customer counts on every day with a first step, from there on.
     *
     * @param asOf what happened on this day or later is not seen
     * @param first the first day counted
     * @param days how many, from the first on
     */
    public static DailyConversions daily(
            Lake lake, Snapshot snapshot, Funnel funnel, AsOf asOf, LocalDate first, int days) {
        return new FunnelRun(lake, snapshot, funnel, asOf).daily(first, days);
    }

    private DailyConversions daily(LocalDate first, int days) {
        ConcurrentLinkedQueue<DailyTally> tallies = new ConcurrentLinkedQueue<>();
        Parallel.each(
                Settings.DEFAULT.threads,
                blocks,
                () -> {
                    DailyTally tally = new DailyTally(days, plan.breakdown().size());
                    tallies.add(tally);
                    return new Worker(new FunnelScan(plan, JourneySink.NONE, Optional.of(tally), first.toEpochDay()));
                },
                done -> {});
        DailyTally sum = new DailyTally(days, plan.breakdown().size());
        tallies.forEach(sum::add);
        return new FunnelSummary(
                        plan, new FunnelTally(plan.rules().steps(), 0, 0), tableDictionaries(), fieldDictionaries())
                .daily(sum, first, days);
    }

    private FunnelResult count(Settings settings, Progress progress) {
        ConcurrentLinkedQueue<FunnelTally> tallies = new ConcurrentLinkedQueue<>();
        Parallel.each(
                settings.threads,
                blocks,
                () -> {
                    FunnelScan scan = new FunnelScan(plan, settings.sink);
                    tallies.add(scan.tally());
                    return new Worker(scan);
                },
                done -> progress.report("漏斗", done, blocks));
        FunnelTally sum = tallies.stream()
                .reduce(FunnelTally::add)
                .orElseGet(() -> new FunnelScan(plan, JourneySink.NONE).tally());
        return new FunnelSummary(plan, sum, tableDictionaries(), fieldDictionaries()).result();
    }

    private List<Map<String, Dictionary>> tableDictionaries() {
        return tables.stream().map(table -> dictionaries.of(table.schema())).toList();
    }

    /** The dictionaries of the customers' fields, by {@code owner.column}. */
    private Map<String, Dictionary> fieldDictionaries() {
        Map<String, Dictionary> found = new HashMap<>();
        for (String field : plan.customerFields()) {
            String table = LakeFields.table(field).orElseThrow();
            String column = LakeFields.column(snapshot, field).orElseThrow().name();
            Map<String, Dictionary> own = dictionaries.of(snapshot.table(table).schema());
            Dictionary dictionary = own.get(column);
            if (dictionary != null) {
                found.put(field, dictionary);
            }
        }
        return found;
    }

    private List<FactReader> readers() {
        List<FactReader> readers = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Set<String> columns = new TreeSet<>(plan.tables().get(t).columns());
            readers.add(new FactReader(
                    lake.folder(),
                    tables.get(t),
                    columns,
                    dictionaries.of(tables.get(t).schema())));
        }
        return readers;
    }

    /** What one thread reads and counts with. */
    private final class Worker implements IntConsumer {

        private final FunnelScan scan;
        private final List<FactReader> readers = readers();
        private final Customers.Reader people = customers.reader();
        private final long[] everybody = new long[BLOCK >>> 6];

        Worker(FunnelScan scan) {
            this.scan = scan;
            Arrays.fill(everybody, -1);
        }

        @Override
        public void accept(int block) {
            List<FactRows> rows =
                    readers.stream().map(reader -> reader.read(block)).toList();
            if (plan.customerFields().isEmpty()) {
                scan.scan(block << Lake.BLOCK_BITS, rows, everybody, Map.of());
                return;
            }
            CustomerBlock known = people.read(block);
            scan.scan(
                    block << Lake.BLOCK_BITS,
                    rows,
                    plan.customers()
                            .map(condition -> eligible(condition, known))
                            .orElse(everybody),
                    known.fields());
        }

        private long[] eligible(Expression condition, CustomerBlock known) {
            long[] masks = new long[BLOCK];
            Map<String, Vector> fields = known.fields();
            new RowMasks(Map.of(0, condition), plan.asOf()).fill(new FactRows(BLOCK, new int[0], fields), masks);
            long[] eligible = new long[BLOCK >>> 6];
            for (int i = 0; i < BLOCK; i++) {
                eligible[i >>> 6] |= masks[i] << i;
            }
            for (int word = 0; word < eligible.length; word++) {
                eligible[word] &= known.present()[word];
            }
            return eligible;
        }
    }
}
