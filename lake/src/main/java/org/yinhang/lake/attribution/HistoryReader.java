package org.yinhang.lake.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.TransferPrices;
import org.yinhang.lake.fold.CustomerRows;
import org.yinhang.lake.fold.Dictionaries;
import org.yinhang.lake.fold.FactReader;
import org.yinhang.lake.fold.FactRows;

/** Reads the touches, applications and loans of everybody who has any, customer by customer, in one pass over the sorted facts. */
final class HistoryReader {

    /** How much is read. */
    enum Depth {
        /** Touches, and loans as they were paid out and became late. */
        JOURNEYS,
        /** Applications and every state of a loan, too. */
        WHOLE
    }

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final double FEN = 100;
    private static final double PPM = 1e6;

    /** Channels in which a touch is somebody's time and reaches the customer or does not. */
    private static final Set<String> PERSONAL = Set.of("call", "visit", "branch");

    private static final Set<String> ANSWERED = Set.of("interested", "accepted");
    private static final Set<String> OFF_THE_BOOKS = Set.of("settled", "written_off");

    private final AsOf asOf;
    private final Optional<Set<String>> branches;
    private final TransferPrices prices;
    private final FactReader contacts;
    private final FactReader redemptions;
    private final FactReader loans;
    private final FactReader customers;
    private final Optional<FactReader> applications;
    private final int blocks;

    /**
     * @param asOf what happened on this day or later is not seen
     * @param branches only customers these branches keep; empty for all
     */
    HistoryReader(Lake lake, Snapshot snapshot, AsOf asOf, Optional<Set<String>> branches, Depth depth) {
        boolean isWhole = depth == Depth.WHOLE;
        this.asOf = asOf;
        this.branches = branches;
        this.prices = TransferPrices.of(lake, snapshot);
        Dictionaries dictionaries = new Dictionaries();
        this.contacts = reader(
                lake,
                snapshot.table("contacts"),
                isWhole
                        ? Set.of("id", "channel", "campaign", "product", "staff", "reached", "outcome", "outcome_at")
                        : Set.of("id", "channel", "campaign", "product", "staff", "reached"),
                dictionaries);
        this.redemptions = reader(lake, snapshot.table("redemptions"), Set.of("contact", "cost"), dictionaries);
        this.loans = reader(
                lake,
                snapshot.table("loans"),
                isWhole
                        ? Set.of(
                                "loan",
                                "product",
                                "principal",
                                "rate",
                                "disbursed_on",
                                "worst_dpd",
                                "balance",
                                "dpd",
                                "status")
                        : Set.of("loan", "product", "principal", "rate", "disbursed_on", "worst_dpd"),
                dictionaries);
        this.customers = reader(lake, snapshot.table("customers"), Set.of("branch"), dictionaries);
        this.applications = isWhole
                ? Optional.of(reader(
                        lake, snapshot.table("applications"), Set.of("application", "stage", "product"), dictionaries))
                : Optional.empty();
        this.blocks = Stream.of("contacts", "loans", isWhole ? "applications" : "loans")
                .flatMap(table -> snapshot.table(table).files().stream())
                .mapToInt(LakeFile::last)
                .map(last -> (last >>> Lake.BLOCK_BITS) + 1)
                .max()
                .orElse(0);
    }

    private static FactReader reader(Lake lake, SnapshotTable table, Set<String> columns, Dictionaries dictionaries) {
        return new FactReader(lake.folder(), table, columns, dictionaries.of(table.schema()));
    }

    void read(Consumer<CustomerHistory> histories, Progress progress) {
        for (int block = 0; block < blocks; block++) {
            int number = block;
            FactRows touched = contacts.read(block);
            FactRows borrowed = loans.read(block);
            FactRows applied = applications.map(reader -> reader.read(number)).orElse(FactRows.NONE);
            CustomerRows touches = new CustomerRows(touched);
            CustomerRows redeemed = new CustomerRows(redemptions.read(block));
            CustomerRows paidOut = new CustomerRows(borrowed);
            CustomerRows stages = new CustomerRows(applied);
            CustomerRows states = new CustomerRows(customers.read(block));
            while (touches.until() < touched.size()
                    || paidOut.until() < borrowed.size()
                    || stages.until() < applied.size()) {
                int customer =
                        Math.min(Math.min(next(touched, touches), next(borrowed, paidOut)), next(applied, stages));
                touches.turnTo(customer);
                redeemed.turnTo(customer);
                paidOut.turnTo(customer);
                stages.turnTo(customer);
                states.turnTo(customer);
                String branch = states.newest("branch", asOf.start());
                if (branches.map(allowed -> allowed.contains(branch)).orElse(true)) {
                    histories.accept(new CustomerHistory(
                            (block << Lake.BLOCK_BITS) + customer,
                            branch,
                            touches(touches, redeemed, branch),
                            stages(stages),
                            paidOut(paidOut)));
                }
            }
            progress.report("归因", block + 1, blocks);
        }
    }

    private static int next(FactRows rows, CustomerRows at) {
        return at.until() < rows.size() ? rows.customers()[at.until()] : Integer.MAX_VALUE;
    }

    private List<JourneyTouch> touches(CustomerRows rows, CustomerRows redeemed, String branch) {
        Map<Long, Double> benefits = benefits(redeemed);
        List<JourneyTouch> touches = new ArrayList<>();
        for (int row = rows.from(); row < rows.until() && rows.at(row) < asOf.start(); row++) {
            String channel = rows.text("channel", row);
            touches.add(new JourneyTouch(
                    channel,
                    rows.text("campaign", row),
                    rows.text("product", row),
                    branch,
                    rows.text("staff", row),
                    day(rows.at(row)),
                    !PERSONAL.contains(channel) || rows.truth("reached", row) != Vector.FALSE,
                    applications.isPresent() && isReplied(rows, row),
                    benefits.getOrDefault(rows.whole("id", row), 0.0)));
        }
        return touches;
    }

    /** What each contact's promises came to when customers redeemed them, in yuan. */
    private Map<Long, Double> benefits(CustomerRows redeemed) {
        Map<Long, Double> benefits = new HashMap<>();
        for (int row = redeemed.from(); row < redeemed.until() && redeemed.at(row) < asOf.start(); row++) {
            benefits.merge(redeemed.whole("contact", row), amount(redeemed.whole("cost", row)) / FEN, Double::sum);
        }
        return benefits;
    }

    private boolean isReplied(CustomerRows rows, int row) {
        long known = rows.whole("outcome_at", row);
        return ANSWERED.contains(rows.text("outcome", row)) && (known == Vector.MISSING || known < asOf.start());
    }

    private List<ReachedStage> stages(CustomerRows rows) {
        List<ReachedStage> stages = new ArrayList<>();
        for (int row = rows.from(); row < rows.until() && rows.at(row) < asOf.start(); row++) {
            stages.add(new ReachedStage(
                    rows.whole("application", row),
                    rows.text("stage", row),
                    rows.text("product", row),
                    day(rows.at(row))));
        }
        return stages;
    }

    private long day(long instant) {
        return Math.floorDiv(instant + asOf.offset(), MICROS_PER_DAY);
    }

    private List<PaidOut> paidOut(CustomerRows rows) {
        Map<Long, PaidOut> known = new LinkedHashMap<>();
        for (int row = rows.from(); row < rows.until() && rows.at(row) < asOf.start(); row++) {
            long day = rows.whole("disbursed_on", row);
            if (day != Vector.MISSING && day < asOf.epochDay()) {
                long loan = rows.whole("loan", row);
                PaidOut before = known.get(loan);
                PaidOut paid = before == null ? begun(rows, row, day) : before;
                long worst = rows.whole("worst_dpd", row);
                known.put(
                        loan,
                        new PaidOut(
                                paid.day(),
                                paid.product(),
                                paid.principal(),
                                paid.margin(),
                                since(paid.lateOn(), worst, Lateness.DAYS_30, rows.at(row)),
                                since(paid.badOn(), worst, Lateness.DAYS_90, rows.at(row)),
                                states(paid, rows, row)));
            }
        }
        return known.values().stream()
                .sorted(Comparator.comparingLong(PaidOut::day))
                .toList();
    }

    private PaidOut begun(CustomerRows rows, int row, long day) {
        double principal = amount(rows.whole("principal", row)) / FEN;
        double rate = amount(rows.whole("rate", row));
        double margin = prices.isEmpty() ? 0 : principal * (rate - prices.on(day)) / PPM;
        return new PaidOut(
                day,
                rows.text("product", row),
                principal,
                margin,
                Vector.MISSING,
                Vector.MISSING,
                applications.isPresent() ? new ArrayList<>() : List.of());
    }

    private List<LoanState> states(PaidOut paid, CustomerRows rows, int row) {
        if (applications.isPresent()) {
            boolean isOff = OFF_THE_BOOKS.contains(rows.text("status", row));
            long balance = rows.whole("balance", row);
            long late = rows.whole("dpd", row);
            paid.states()
                    .add(new LoanState(
                            day(rows.at(row)),
                            isOff || balance == Vector.MISSING ? 0 : balance,
                            late != Vector.MISSING && late >= Lateness.DAYS_90.days()));
        }
        return paid.states();
    }

    private long since(long known, long worst, Lateness lateness, long instant) {
        return known == Vector.MISSING && worst != Vector.MISSING && worst >= lateness.days() ? day(instant) : known;
    }

    private static double amount(long value) {
        return value == Vector.MISSING ? 0 : value;
    }
}
