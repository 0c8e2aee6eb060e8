package org.yinhang.lake.increment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yinhang.core.experiment.Effect;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.experiment.SampleRatio;
import org.yinhang.core.experiment.Strata;
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

    private static final double DEFAULT_CONTROL = 0.5;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final Lake lake;
    private final Snapshot snapshot;
    private final Settings settings;
    private final Dictionaries dictionaries = new Dictionaries();
    private final NavigableMap<Long, Long> transferPrices;
    private final AssignedOutcomes outcomes = new AssignedOutcomes();

    /**
     * Which assignments count.
     *
     * @param asOf what happened on this day or later is not seen
     * @param campaign only of this campaign; empty for all
     * @param isStanding whether a customer keeps the arm of the first assignment, as under a standing hold-out, so that only
     *     that one counts; otherwise each campaign draws anew, and the first of each counts
     */
    public record Settings(AsOf asOf, Optional<String> campaign, boolean isStanding) {}

    private IncrementRun(Lake lake, Snapshot snapshot, Settings settings) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.settings = settings;
        this.transferPrices = transferPrices();
    }

    /** Measures. */
    public static IncrementReport measure(Lake lake, Snapshot snapshot, Settings settings, Progress progress) {
        return new IncrementRun(lake, snapshot, settings).measure(progress);
    }

    /** The campaigns a snapshot has random assignments of, the latest first. */
    public static List<String> campaigns(Lake lake, Snapshot snapshot) {
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            return session.query(
                    "SELECT campaign FROM trials GROUP BY campaign ORDER BY max(occurred_at) DESC, campaign",
                    row -> row.getString(1));
        }
    }

    private NavigableMap<Long, Long> transferPrices() {
        NavigableMap<Long, Long> prices = new TreeMap<>();
        try (LakeSession session = lake.read(snapshot, SessionSettings.INTERACTIVE)) {
            session.each(
                    "SELECT effective_on, rate FROM reference_rates WHERE series = 'ftp_1y'",
                    row -> prices.put(row.getObject(1, LocalDate.class).toEpochDay(), row.getLong(2)));
        }
        return prices;
    }

    private FactReader reader(String table, Set<String> columns) {
        SnapshotTable own = snapshot.table(table);
        return new FactReader(lake.folder(), own, columns, dictionaries.of(own.schema()));
    }

    private IncrementReport measure(Progress progress) {
        FactReader trials = reader("trials", Set.of("campaign", "product", "arm", "propensity"));
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
                scan(assigned, applications.read(block), loans.read(block));
            }
            progress.report("增量", block + 1, blocks);
        }
        return report();
    }

    private void scan(FactRows assigned, FactRows applications, FactRows loans) {
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
            }
            String campaign = text(assigned, "campaign", row);
            boolean isWanted =
                    settings.campaign.map(campaign::equals).orElse(settings.isStanding || !campaign.equals(HOLD_OUT));
            if (instants[row] < asOf.start() && isWanted && seen.add(settings.isStanding ? "" : campaign)) {
                boolean isContacted = text(assigned, "arm", row).equals("contact");
                YearMonth month = YearMonth.from(
                        Instant.EPOCH.plus(instants[row], ChronoUnit.MICROS).atZone(asOf.zone()));
                AssignedOutcomes.Arms arms = outcomes.of(new Cohort(month, campaign));
                arms.latest = Math.max(arms.latest, instants[row]);
                if (!isContacted) {
                    arms.plannedControl += Double.isNaN(propensities[row]) ? DEFAULT_CONTROL : propensities[row];
                }
                Map<Outcome, Double> found = customer.after(instants[row], text(assigned, "product", row));
                double borrowed = found.getOrDefault(Outcome.LOAN, 0.0);
                found.forEach((outcome, value) ->
                        arms.of(isContacted).merge(outcome, Moments.NONE.plus(value, borrowed), Moments::plus));
            }
        }
    }

    private static String text(FactRows rows, String column, int row) {
        Vector.Codes values = (Vector.Codes) rows.column(column);
        int code = values.codes()[row];
        return code == Vector.NO_CODE ? "" : values.dictionary().text(code);
    }

    /** Whether the outcome of the cohort's last assigned is known. */
    private boolean isMature(AssignedOutcomes.Arms arms, Outcome outcome) {
        return arms.latest + outcome.days() * MICROS_PER_DAY <= settings.asOf.start();
    }

    private IncrementReport report() {
        long contacted = 0;
        long control = 0;
        double planned = 0;
        for (AssignedOutcomes.Arms arms : outcomes.cohorts().values()) {
            long alone = arms.of(false, Outcome.RESPONSE).count();
            long approached = arms.of(true, Outcome.RESPONSE).count();
            contacted += approached;
            control += alone;
            double share = alone == 0 ? DEFAULT_CONTROL : arms.plannedControl / alone;
            planned += (alone + approached) * share;
        }
        double share = Math.clamp(planned / Math.max(1, contacted + control), 1e-6, 1 - 1e-6);
        List<IncrementReport.Increment> increments = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.MARGIN || !transferPrices.isEmpty()) {
                increments.add(increment(outcome));
            }
        }
        return new IncrementReport(
                contacted,
                control,
                SampleRatio.of(List.of(control, contacted), List.of(share, 1 - share)),
                increments,
                badRate());
    }

    private IncrementReport.Increment increment(Outcome outcome) {
        List<Strata.Stratum> mature = new ArrayList<>();
        Map<YearMonth, List<Strata.Stratum>> months = new TreeMap<>();
        Set<YearMonth> young = new HashSet<>();
        outcomes.cohorts().forEach((cohort, arms) -> {
            Strata.Stratum stratum = new Strata.Stratum(arms.of(false, outcome), arms.of(true, outcome));
            months.computeIfAbsent(cohort.month(), m -> new ArrayList<>()).add(stratum);
            if (isMature(arms, outcome)) {
                mature.add(stratum);
            } else {
                young.add(cohort.month());
            }
        });
        List<IncrementReport.CohortIncrement> cohorts = new ArrayList<>();
        months.forEach((month, strata) -> {
            boolean isMature = !young.contains(month);
            boolean isTold = isMature && strata.stream().anyMatch(Strata.Stratum::isWhole);
            cohorts.add(new IncrementReport.CohortIncrement(
                    month,
                    strata.stream().mapToLong(stratum -> stratum.arm().count()).sum(),
                    strata.stream()
                            .mapToLong(stratum -> stratum.control().count())
                            .sum(),
                    isMature,
                    isTold ? Optional.of(Strata.effect(strata)) : Optional.empty()));
        });
        return new IncrementReport.Increment(
                outcome,
                Strata.approached(mature),
                mature.stream()
                        .filter(Strata.Stratum::isWhole)
                        .mapToLong(stratum -> stratum.control().count())
                        .sum(),
                Strata.effect(mature),
                cohorts);
    }

    /** Bad borrowers by borrowers, in both arms of the cohorts that are mature for it. */
    private Optional<Effect> badRate() {
        Moments control = Moments.NONE;
        Moments contacted = Moments.NONE;
        for (AssignedOutcomes.Arms arms : outcomes.cohorts().values()) {
            if (isMature(arms, Outcome.BAD)) {
                control = control.plus(arms.of(false, Outcome.BAD));
                contacted = contacted.plus(arms.of(true, Outcome.BAD));
            }
        }
        double bad = control.mean() * control.count() + contacted.mean() * contacted.count();
        return control.companion() > 0 && contacted.companion() > 0 && bad >= IncrementReport.LEAST_EVENTS
                ? Optional.of(Effect.ofRatios(control, contacted))
                : Optional.empty();
    }
}
