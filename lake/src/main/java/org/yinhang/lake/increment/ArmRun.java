package org.yinhang.lake.increment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.TransferPrices;
import org.yinhang.lake.fold.CustomerRows;
import org.yinhang.lake.fold.Dictionaries;
import org.yinhang.lake.fold.FactReader;

/** Counts what became of the customers of an experiment, arm by arm, in one pass over the blocks they are in. */
public final class ArmRun {

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int BEFORE_DAYS = 365;

    private final AsOf asOf;
    private final String product;
    private final ArmGoal goal;
    private final Map<String, NavigableMap<LocalDate, Moments>> goals = new TreeMap<>();
    private final Map<String, Map<ArmHarm, Moments>> harms = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    private ArmRun(AsOf asOf, String product, ArmGoal goal) {
        this.asOf = asOf;
        this.product = product;
        this.goal = goal;
    }

    /**
     * Counts.
     *
     * @param assigned the customers of the experiment, each once
     * @param product its product; empty for any
     * @param asOf what happened on this day or later is not seen
     */
    public static ArmReport count(
            Lake lake,
            Snapshot snapshot,
            List<ArmCustomer> assigned,
            String product,
            ArmGoal goal,
            AsOf asOf,
            Progress progress) {
        ArmRun run = new ArmRun(asOf, product, goal);
        run.read(lake, snapshot, assigned, progress);
        return new ArmReport(run.goals, run.harms, run.counts);
    }

    private void read(Lake lake, Snapshot snapshot, List<ArmCustomer> assigned, Progress progress) {
        Dictionaries dictionaries = new Dictionaries();
        FactReader applications =
                reader(lake, snapshot, "applications", Set.of("stage", "product", "application"), dictionaries);
        FactReader loans = reader(
                lake, snapshot, "loans", Set.of("loan", "balance", "rate", "disbursed_on", "worst_dpd"), dictionaries);
        FactReader complaints = reader(lake, snapshot, "complaints", Set.of("stage"), dictionaries);
        FactReader consents = reader(lake, snapshot, "consents", Set.of("purpose", "granted"), dictionaries);
        TransferPrices prices = TransferPrices.of(lake, snapshot);
        Map<Integer, List<ArmCustomer>> blocks = new TreeMap<>();
        assigned.stream()
                .filter(one -> one.at() < asOf.start())
                .sorted(Comparator.comparingInt(ArmCustomer::customer))
                .forEach(one -> blocks.computeIfAbsent(one.customer() >>> Lake.BLOCK_BITS, block -> new ArrayList<>())
                        .add(one));
        int done = 0;
        for (Map.Entry<Integer, List<ArmCustomer>> block : blocks.entrySet()) {
            int number = block.getKey();
            AssignedCustomer customer = new AssignedCustomer(
                    applications.read(number), loans.read(number), asOf.start(), asOf.offset(), prices);
            CustomerRows complained = new CustomerRows(complaints.read(number));
            CustomerRows consented = new CustomerRows(consents.read(number));
            for (ArmCustomer one : block.getValue()) {
                int place = one.customer() & ((1 << Lake.BLOCK_BITS) - 1);
                customer.turnTo(place);
                complained.turnTo(place);
                consented.turnTo(place);
                add(one, customer, complained, consented);
            }
            done++;
            progress.report("实验", done, blocks.size());
        }
    }

    private static FactReader reader(
            Lake lake, Snapshot snapshot, String table, Set<String> columns, Dictionaries dictionaries) {
        SnapshotTable own = snapshot.table(table);
        return new FactReader(lake.folder(), own, columns, dictionaries.of(own.schema()));
    }

    private void add(ArmCustomer one, AssignedCustomer customer, CustomerRows complained, CustomerRows consented) {
        counts.merge(one.arm(), 1L, Long::sum);
        if (isKnown(one, goal.days())) {
            boolean isReached =
                    switch (goal) {
                        case RESPONSE_WEEK, RESPONSE -> customer.responds(one.at(), product, goal.days());
                        case LOAN -> customer.borrows(one.at(), goal.days());
                    };
            LocalDate day = Instant.EPOCH
                    .plus(one.at(), ChronoUnit.MICROS)
                    .atZone(asOf.zone())
                    .toLocalDate();
            goals.computeIfAbsent(one.arm(), arm -> new TreeMap<>())
                    .merge(
                            day,
                            Moments.NONE.plus(truth(isReached), truth(customer.wasActive(one.at(), BEFORE_DAYS))),
                            Moments::plus);
        }
        if (isKnown(one, ArmHarm.DAYS)) {
            Map<ArmHarm, Moments> own = harms.computeIfAbsent(one.arm(), arm -> new EnumMap<>(ArmHarm.class));
            own.merge(
                    ArmHarm.COMPLAINT,
                    Moments.NONE.plus(truth(happens(complained, one, row -> complained
                            .text("stage", row)
                            .equals("opened")))),
                    Moments::plus);
            own.merge(
                    ArmHarm.OPT_OUT,
                    Moments.NONE.plus(truth(happens(
                            consented,
                            one,
                            row -> consented.text("purpose", row).equals("marketing")
                                    && consented.truth("granted", row) == Vector.FALSE))),
                    Moments::plus);
        }
    }

    private boolean isKnown(ArmCustomer one, int days) {
        return one.at() + days * MICROS_PER_DAY < asOf.start();
    }

    private static boolean happens(CustomerRows rows, ArmCustomer one, IntPredicate test) {
        for (int row = rows.from(); row < rows.until(); row++) {
            long after = rows.at(row) - one.at();
            if (after >= 0 && after <= ArmHarm.DAYS * MICROS_PER_DAY && test.test(row)) {
                return true;
            }
        }
        return false;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }
}
