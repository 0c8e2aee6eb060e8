package org.yinhang.lake.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.yinhang.core.funnel.FunnelRules;
import org.yinhang.core.funnel.JourneyMatcher;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.fold.FactRows;

/** The path of one customer: every row of the funnel's tables from the first step on, in order. */
final class FunnelReplay {

    private static final int MOST_MOMENTS = 200;
    private static final long LONGEST = 180L * 86_400_000_000L;

    private final FunnelPlan plan;

    FunnelReplay(FunnelPlan plan) {
        this.plan = plan;
    }

    private record Row(long instant, int table, int place, long mask) {}

    List<PathMoment> path(List<FactRows> tables, int customer) {
        List<Row> rows = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            FactRows facts = tables.get(t);
            long[] masks = new long[facts.size()];
            plan.tables().get(t).masks(plan.asOf()).fill(facts, masks);
            long[] instants = facts.wholes(FactTable.OCCURRED_AT);
            for (int place = 0; place < facts.size(); place++) {
                if (facts.customers()[place] == customer
                        && instants[place] < plan.asOf().start()) {
                    rows.add(new Row(instants[place], t, place, masks[place]));
                }
            }
        }
        rows.sort(Comparator.comparingLong(Row::instant)
                .thenComparingInt(Row::table)
                .thenComparingInt(Row::place));
        JourneyMatcher matcher = new JourneyMatcher(plan.rules());
        matcher.begin();
        for (int i = 0; i < rows.size() && !matcher.isComplete(); i++) {
            matcher.row(rows.get(i).instant, rows.get(i).mask, i);
        }
        return matcher.depth() == 0 ? List.of() : moments(rows, tables, matcher);
    }

    private List<PathMoment> moments(List<Row> rows, List<FactRows> tables, JourneyMatcher matcher) {
        long start = matcher.instant(0);
        long span = plan.funnel().window() == FunnelRules.ALWAYS
                ? LONGEST
                : plan.funnel().window();
        List<PathMoment> moments = new ArrayList<>();
        for (int i = matcher.place(0); i < rows.size() && moments.size() < MOST_MOMENTS; i++) {
            Row row = rows.get(i);
            if (row.instant - start > span) {
                break;
            }
            moments.add(new PathMoment(
                    row.instant - start,
                    plan.tables().get(row.table).table().name(),
                    values(row, tables.get(row.table)),
                    step(matcher, i)));
        }
        return moments;
    }

    private static OptionalInt step(JourneyMatcher matcher, int row) {
        for (int step = 0; step < matcher.depth(); step++) {
            if (matcher.place(step) == row) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private List<PathMoment.Value> values(Row row, FactRows facts) {
        List<PathMoment.Value> values = new ArrayList<>();
        for (String column : new TreeSet<>(plan.tables().get(row.table).columns())) {
            if (facts.column(column) instanceof Vector.Codes(int[] codes, var dictionary)
                    && codes[row.place] != Vector.NO_CODE) {
                values.add(new PathMoment.Value(column, dictionary.text(codes[row.place])));
            }
        }
        return values;
    }
}
