package org.yinhang.lake.funnel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yinhang.core.funnel.FunnelRules;
import org.yinhang.core.funnel.JourneyMatcher;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.fold.FactRows;
import org.yinhang.lake.fold.RowMasks;
import org.yinhang.lake.funnel.FunnelPlan.Split;

/** Follows every customer of a block through the steps: one pass over the rows of all tables. One thread at a time. */
final class FunnelScan {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final FunnelPlan plan;
    private final JourneyMatcher matcher;
    private final List<RowMasks> conditions = new ArrayList<>();
    private final JourneySink sink;
    private final FunnelTally tally;
    private final int first;
    private final int[] codes;
    private final Optional<DailyTally> daily;
    private final long firstDay;
    private long[][] masks;
    private Side[] sides = {};

    FunnelScan(FunnelPlan plan, JourneySink sink) {
        this(plan, sink, Optional.empty(), 0);
    }

    /** @param firstDay the day since 1970 from which the daily tally counts */
    FunnelScan(FunnelPlan plan, JourneySink sink, Optional<DailyTally> daily, long firstDay) {
        this.plan = plan;
        this.sink = sink;
        this.daily = daily;
        this.firstDay = firstDay;
        this.codes = new int[plan.breakdown().size()];
        this.matcher = new JourneyMatcher(plan.rules());
        plan.tables().forEach(table -> conditions.add(table.masks(plan.asOf())));
        this.masks = new long[plan.tables().size()][0];
        this.tally = new FunnelTally(
                plan.rules().steps(), plan.breakdown().size(), plan.reasons().size());
        String opening = plan.funnel().steps().getFirst().table().text();
        int found = 0;
        while (!plan.tables().get(found).table().name().equals(opening)) {
            found++;
        }
        this.first = found;
    }

    /** One table's rows of the block, and where the scan stands in them. */
    private static final class Side {
        private final FactRows rows;
        private final int[] customers;
        private final long[] instants;
        private final long[] masks;
        private int from;
        private int until;
        private int next;

        Side(FactRows rows, long[] masks) {
            this.rows = rows;
            this.customers = rows.customers();
            this.instants = rows.wholes(FactTable.OCCURRED_AT);
            this.masks = masks;
        }

        /** Stands before the rows of a customer. */
        void turnTo(int customer) {
            from = until;
            while (until < rows.size() && customers[until] == customer) {
                until++;
            }
            next = from;
        }

        int nextCustomer() {
            return until < rows.size() ? customers[until] : Integer.MAX_VALUE;
        }

        /** Stands before the customer's first row at or after an instant. */
        void rewindTo(long instant) {
            next = from;
            while (next < until && instants[next] < instant) {
                next++;
            }
        }

        /** Goes over rows that are neither step nor exclusion; whether one is left before an instant. */
        boolean advance(long end) {
            while (next < until && masks[next] == 0) {
                next++;
            }
            if (next < until && instants[next] >= end) {
                next = until;
            }
            return next < until;
        }
    }

    /**
     * Counts a block.
     *
     * @param base the number of the block's first customer
     * @param tables the rows of the plan's tables
     * @param eligible bit i of word j says whether customer 64 j + i counts
     * @param fields the customers' fields that the breakdown reads
     */
    void scan(int base, List<FactRows> tables, long[] eligible, Map<String, Vector> fields) {
        sides = new Side[tables.size()];
        for (int t = 0; t < sides.length; t++) {
            FactRows rows = tables.get(t);
            masks[t] = masks[t].length < rows.size() ? new long[rows.size() + (rows.size() >>> 3)] : masks[t];
            conditions.get(t).fill(rows, masks[t]);
            sides[t] = new Side(rows, masks[t]);
        }
        for (int customer = next(); customer != Integer.MAX_VALUE; customer = next()) {
            for (Side side : sides) {
                side.turnTo(customer);
            }
            if ((eligible[customer >>> 6] >>> customer & 1) != 0) {
                if (daily.isPresent()) {
                    followDays(daily.get(), customer, fields);
                } else {
                    matcher.begin();
                    follow(plan.asOf().start());
                    finish(base + customer, customer, fields);
                }
            }
        }
    }

    private int next() {
        int next = Integer.MAX_VALUE;
        for (Side side : sides) {
            next = Math.min(next, side.nextCustomer());
        }
        return next;
    }

    /** Follows the customer anew from every day with a first step on it: each such day is a journey of its own. */
    private void followDays(DailyTally tally, int customer, Map<String, Vector> fields) {
        Side opening = sides[first];
        long counted = Long.MIN_VALUE;
        for (int row = opening.from; row < opening.until; row++) {
            long day = Math.floorDiv(opening.instants[row] + plan.asOf().offset(), MICROS_PER_DAY);
            if ((opening.masks[row] & 1) != 0 && day != counted && tally.counts(day - firstDay)) {
                counted = day;
                long start = day * MICROS_PER_DAY - plan.asOf().offset();
                for (Side side : sides) {
                    side.rewindTo(start);
                }
                matcher.begin(start, start + MICROS_PER_DAY);
                long window = plan.rules().window();
                long end = window == FunnelRules.ALWAYS ? Long.MAX_VALUE : start + MICROS_PER_DAY + window;
                follow(Math.min(plan.asOf().start(), end));
                if (matcher.depth() > 0) {
                    split(customer, fields);
                    tally.add(day - firstDay, matcher.isComplete(), codes);
                }
            }
        }
    }

    /**
     * Hands the customer's rows before an instant to the matcher, by instant; of one instant those of the table first
     * mentioned come first.
     */
    private void follow(long end) {
        while (!matcher.isComplete()) {
            Side earliest = null;
            for (Side side : sides) {
                if (side.advance(end)
                        && (earliest == null || side.instants[side.next] < earliest.instants[earliest.next])) {
                    earliest = side;
                }
            }
            if (earliest == null) {
                return;
            }
            int row = earliest.next++;
            matcher.row(earliest.instants[row], earliest.masks[row], row);
        }
    }

    private void finish(int number, int customer, Map<String, Vector> fields) {
        int depth = matcher.depth();
        sink.journey(number, depth);
        if (depth == 0) {
            return;
        }
        tally.ended[depth - 1]++;
        tally.example(depth - 1, number);
        for (int step = 1; step < depth; step++) {
            tally.waits[step].add(matcher.instant(step) - matcher.instant(step - 1));
        }
        if (matcher.isComplete()) {
            tally.whole.add(matcher.instant(depth - 1) - matcher.instant(0));
        } else if (!plan.reasons().isEmpty()) {
            explain(depth);
        }
        split(customer, fields);
        for (int i = 0; i < codes.length; i++) {
            tally.splits.get(i).of(codes[i])[depth - 1]++;
        }
    }

    /** Finds the value of every breakdown for the journey told. */
    private void split(int customer, Map<String, Vector> fields) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] = switch (plan.breakdown().get(i)) {
                case Split.First(String name, var column) ->
                    codes(sides[first].rows.column(column.name()))[matcher.place(0)];
                case Split.OfCustomer(String name, var field) ->
                    codes(Objects.requireNonNull(fields.get(name), name))[customer];
                case Split.Month month -> month(day(matcher.instant(0)));
                case Split.Week week ->
                    (int) day(matcher.instant(0))
                            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .toEpochDay();
            };
        }
    }

    private LocalDate day(long instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(instant + plan.asOf().offset(), MICROS_PER_DAY));
    }

    private static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    private static int[] codes(Vector vector) {
        return ((Vector.Codes) vector).codes();
    }

    /** What became of one who stopped: the newest value after the last step within the window, of the first reason that has one. */
    private void explain(int depth) {
        long last = matcher.instant(depth - 1);
        long window = plan.rules().window();
        long latest = window == FunnelRules.ALWAYS ? Long.MAX_VALUE : matcher.instant(0) + window;
        long end = Math.min(plan.asOf().start() - 1, latest);
        for (int i = 0; i < plan.reasons().size(); i++) {
            FunnelPlan.Reason reason = plan.reasons().get(i);
            Side side = sides[reason.table()];
            int[] codes = codes(side.rows.column(reason.column().name()));
            for (int row = side.until - 1; row >= side.from && side.instants[row] >= last; row--) {
                if (codes[row] != Vector.NO_CODE && side.instants[row] <= end) {
                    tally.reasons.get(i).of(codes[row])[depth - 1]++;
                    return;
                }
            }
        }
        tally.silent[depth - 1]++;
    }

    FunnelTally tally() {
        return tally;
    }
}
