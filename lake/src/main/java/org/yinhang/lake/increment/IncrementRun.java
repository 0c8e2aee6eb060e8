package org.yinhang.lake.increment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeFile;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.TransferPrices;
import org.yinhang.lake.fold.CustomerRows;
import org.yinhang.lake.fold.Dictionaries;
import org.yinhang.lake.fold.FactReader;
import org.yinhang.lake.fold.FactRows;

/**
 * Measures what contacts added from {@code trials}, the random assignments the lake holds: everybody assigned to be
 * contacted against everybody assigned to be left alone, whether the contact then happened or not, by cohorts of month and
 * campaign. One pass over the sorted facts.
 */
public final class IncrementRun {

    /**
     * What stands as the campaign of customers held out of all campaigns. Where every campaign counts by itself it does not:
     * those it left free are in the campaigns too.
     */
    public static final String HOLD_OUT = "hold-out";

    private final Lake lake;
    private final Snapshot snapshot;
    private final Settings settings;
    private final Dictionaries dictionaries = new Dictionaries();
    private final TransferPrices transferPrices;
    private final Optional<Part> part;
    private final Map<String, AssignedOutcomes> parts = new TreeMap<>();

    /**
     * Which assignments count.
     *
     * @param asOf what happened on this day or later is not seen
     * @param campaign only of this campaign; empty for all
     * @param isStanding whether a customer keeps the arm of the first assignment, as under a standing hold-out, so that only
     *     that one counts; otherwise each campaign draws anew, and the first of each counts
     * @param from the first day of assignment that counts
     * @param until the day after the last
     */
    public record Settings(AsOf asOf, Optional<String> campaign, boolean isStanding, LocalDate from, LocalDate until) {

        /** Of all days before the as-of day. */
        public Settings(AsOf asOf, Optional<String> campaign, boolean isStanding) {
            this(asOf, campaign, isStanding, LocalDate.EPOCH, asOf.day());
        }
    }

    /** By what customers are told apart before chance assigned them, or by what chance assigned them to. */
    public enum Part {
        CAMPAIGN,
        PRODUCT,
        /** Only where chance drew the channel too, or all were contacted through one; what was chosen for them cannot be compared. */
        CHANNEL,
        /** The branch that keeps the customer on the day. */
        BRANCH
    }

    private IncrementRun(Lake lake, Snapshot snapshot, Settings settings, Optional<Part> part) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.settings = settings;
        this.part = part;
        this.transferPrices = TransferPrices.of(lake, snapshot);
    }

    /** Measures. */
    public static IncrementReport measure(Lake lake, Snapshot snapshot, Settings settings, Progress progress) {
        IncrementRun run = new IncrementRun(lake, snapshot, settings, Optional.empty());
        run.read(progress);
        return run.judged(run.parts.getOrDefault("", new AssignedOutcomes()));
    }

    /** Measures every part by itself, in one pass. */
    public static Map<String, IncrementReport> measureBy(
            Part part, Lake lake, Snapshot snapshot, Settings settings, Progress progress) {
        IncrementRun run = new IncrementRun(lake, snapshot, settings, Optional.of(part));
        run.read(progress);
        Map<String, AssignedOutcomes> parts = part == Part.CHANNEL ? DrawnChannels.of(run.parts) : run.parts;
        Map<String, IncrementReport> reports = new TreeMap<>();
        parts.forEach((value, outcomes) -> reports.put(value, run.judged(outcomes)));
        return reports;
    }

    private IncrementReport judged(AssignedOutcomes outcomes) {
        return new IncrementJudge(outcomes, settings.asOf.start(), !transferPrices.isEmpty()).report();
    }

    /** The campaigns a snapshot has random assignments of, the latest first. */
    public static List<String> campaigns(Lake lake, Snapshot snapshot) {
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            return session.query(
                    "SELECT campaign FROM trials GROUP BY campaign ORDER BY max(occurred_at) DESC, campaign",
                    row -> row.getString(1));
        }
    }

    private FactReader reader(String table, Set<String> columns) {
        SnapshotTable own = snapshot.table(table);
        return new FactReader(lake.folder(), own, columns, dictionaries.of(own.schema()));
    }

    private void read(Progress progress) {
        FactReader trials = reader("trials", Set.of("campaign", "product", "arm", "channel", "propensity"));
        FactReader customers = reader("customers", Set.of("branch"));
        FactReader applications = reader("applications", Set.of("stage", "product", "application"));
        FactReader loans = reader("loans", Set.of("loan", "balance", "rate", "disbursed_on", "worst_dpd"));
        int blocks = snapshot.table("trials").files().stream()
                .mapToInt(LakeFile::last)
                .map(last -> (last >>> Lake.BLOCK_BITS) + 1)
                .max()
                .orElse(0);
        for (int block = 0; block < blocks; block++) {
            FactRows assigned = trials.read(block);
            if (assigned.size() > 0) {
                CustomerRows states =
                        new CustomerRows(part.equals(Optional.of(Part.BRANCH)) ? customers.read(block) : FactRows.NONE);
                scan(assigned, states, applications.read(block), loans.read(block));
            }
            progress.report("增量", block + 1, blocks);
        }
    }

    private void scan(FactRows assigned, CustomerRows states, FactRows applications, FactRows loans) {
        AsOf asOf = settings.asOf;
        AssignedCustomer customer =
                new AssignedCustomer(applications, loans, asOf.start(), asOf.offset(), transferPrices);
        int[] customers = assigned.customers();
        long[] instants = assigned.wholes(FactTable.OCCURRED_AT);
        double[] propensities = ((Vector.Reals) assigned.column("propensity")).values();
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < assigned.size(); row++) {
            if (row == 0 || customers[row] != customers[row - 1]) {
                seen.clear();
                customer.turnTo(customers[row]);
                states.turnTo(customers[row]);
            }
            String campaign = text(assigned, "campaign", row);
            boolean isWanted =
                    settings.campaign.map(campaign::equals).orElse(settings.isStanding || !campaign.equals(HOLD_OUT));
            boolean isInPeriod = instants[row] >= asOf.startOf(settings.from)
                    && instants[row] < Math.min(asOf.startOf(settings.until), asOf.start());
            if (isInPeriod && isWanted && seen.add(settings.isStanding ? "" : campaign)) {
                boolean isContacted = text(assigned, "arm", row).equals("contact");
                YearMonth month = YearMonth.from(
                        Instant.EPOCH.plus(instants[row], ChronoUnit.MICROS).atZone(asOf.zone()));
                AssignedOutcomes.Arms arms = parts.computeIfAbsent(
                                value(assigned, row, isContacted, states), value -> new AssignedOutcomes())
                        .of(new Cohort(month, campaign));
                arms.latest = Math.max(arms.latest, instants[row]);
                arms.plan(isContacted, propensities[row]);
                Map<Outcome, Double> found = customer.after(instants[row], text(assigned, "product", row));
                double borrowed = found.getOrDefault(Outcome.LOAN, 0.0);
                found.forEach((outcome, value) ->
                        arms.of(isContacted).merge(outcome, Moments.NONE.plus(value, borrowed), Moments::plus));
            }
        }
    }

    private String value(FactRows assigned, int row, boolean isContacted, CustomerRows states) {
        if (part.isEmpty()) {
            return "";
        }
        return switch (part.get()) {
            case CAMPAIGN -> text(assigned, "campaign", row);
            case PRODUCT -> text(assigned, "product", row);
            case CHANNEL -> isContacted ? DrawnChannels.part(text(assigned, "channel", row)) : DrawnChannels.CONTROL;
            case BRANCH -> states.newest("branch", settings.asOf.start());
        };
    }

    private static String text(FactRows rows, String column, int row) {
        Vector.Codes values = (Vector.Codes) rows.column(column);
        int code = values.codes()[row];
        return code == Vector.NO_CODE ? "" : values.dictionary().text(code);
    }
}
