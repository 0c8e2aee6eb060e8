package org.yinhang.lake.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;

/**
 * How loans age: of those paid out in a period, how many were first late by so many days in which month after payout, by where the
 * loan came from. A loan came from the last touch within the window before it, or from the customer. A month counts only loans old
 * enough for it, so young loans make no curve look better than it is.
 */
public final class VintageRun {

    /**
     * What is counted.
     *
     * @param asOf what happened on this day or later is not seen
     * @param from the first day of payout
     * @param until the day after the last
     * @param windowDays how long before its payout a touch can have led to a loan
     * @param lateness what counts as late
     * @param months how many months on book are told
     * @param by by what loans are told apart
     * @param branches only customers these branches keep; empty for all
     */
    public record Settings(
            AsOf asOf,
            LocalDate from,
            LocalDate until,
            int windowDays,
            Lateness lateness,
            int months,
            By by,
            Optional<Set<String>> branches) {

        public Settings {
            branches = branches.map(Set::copyOf);
        }
    }

    /** By what loans are told apart. */
    public sealed interface By {

        /** By the quarter of the payout. */
        record Quarter() implements By {}

        /** By the last touch before; by product it is the loan's own, by branch the customer's. */
        record Source(Breakdown breakdown) implements By {}

        /** By a value of each customer, empty where there is none. */
        record Value(IntFunction<String> of) implements By {}
    }

    /** The value of loans no touch came before. */
    public static final String OWN = CustomerHistory.OWN;

    private final Settings settings;
    private final Map<String, Tally> tallies = new TreeMap<>();

    private static final class Tally {
        private final long[] observed;
        private final long[] late;
        private long loans;
        private double principal;

        Tally(int months) {
            observed = new long[months];
            late = new long[months];
        }
    }

    private VintageRun(Settings settings) {
        this.settings = settings;
    }

    /** Counts. */
    public static VintageReport count(Lake lake, Snapshot snapshot, Settings settings, Progress progress) {
        VintageRun run = new VintageRun(settings);
        new HistoryReader(lake, snapshot, settings.asOf, settings.branches, HistoryReader.Depth.JOURNEYS)
                .read(run::add, progress);
        List<VintageReport.Curve> curves = new ArrayList<>();
        run.tallies.forEach((value, tally) -> curves.add(new VintageReport.Curve(
                value,
                tally.loans,
                tally.principal,
                Arrays.stream(tally.observed).boxed().toList(),
                Arrays.stream(tally.late).boxed().toList())));
        return new VintageReport(settings, curves);
    }

    private void add(CustomerHistory history) {
        for (PaidOut loan : history.loans()) {
            LocalDate day = LocalDate.ofEpochDay(loan.day());
            if (!day.isBefore(settings.from) && day.isBefore(settings.until)) {
                add(loan, day, tallies.computeIfAbsent(value(history, loan, day), value -> new Tally(settings.months)));
            }
        }
    }

    private void add(PaidOut loan, LocalDate day, Tally tally) {
        tally.loans++;
        tally.principal += loan.principal();
        long late = loan.since(settings.lateness);
        for (int month = 1; month <= settings.months; month++) {
            LocalDate end = day.plusMonths(month);
            if (!end.isBefore(settings.asOf.day())) {
                return;
            }
            tally.observed[month - 1]++;
            if (late != Vector.MISSING && late <= end.toEpochDay()) {
                tally.late[month - 1]++;
                return;
            }
        }
    }

    private String value(CustomerHistory history, PaidOut loan, LocalDate day) {
        return switch (settings.by) {
            case By.Quarter() -> day.getYear() + " Q" + ((day.getMonthValue() + 2) / 3);
            case By.Value(IntFunction<String> of) -> of.apply(history.customer());
            case By.Source(Breakdown breakdown) ->
                history.value(breakdown, loan.product(), loan.day(), settings.windowDays);
        };
    }
}
