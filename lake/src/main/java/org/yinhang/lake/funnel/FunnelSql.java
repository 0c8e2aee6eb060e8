package org.yinhang.lake.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yinhang.core.funnel.FunnelRules;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.sql.SqlWriter;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.LakeFields;
import org.yinhang.lake.sql.Sql;

/**
 * The same funnel as window functions of the lake's engine: what tests hold the scan to, and the peer of its benchmark.
 * Only for funnels without times between steps, exclusions and conditions on customers: a window function can carry the
 * latest start of a chain, not all that may still be needed.
 */
public final class FunnelSql {

    private final FunnelPlan plan;
    private final SqlWriter writer;

    private FunnelSql(FunnelPlan plan) {
        this.plan = plan;
        this.writer = SqlWriter.duckDb(
                plan.asOf(), leaf -> Sql.quoted(((Reference) leaf).field().name()));
    }

    /**
     * @throws IllegalArgumentException for a funnel that window functions cannot count
     */
    public static FunnelSql of(Snapshot snapshot, Funnel funnel, AsOf asOf) {
        FunnelPlan plan = FunnelPlan.of(funnel, LakeFields.tables(snapshot), LakeFields.fields(snapshot), asOf);
        boolean isTimed = plan.rules().within().stream().anyMatch(time -> time != FunnelRules.ALWAYS);
        if (isTimed || !funnel.exclusions().isEmpty() || funnel.customers().isPresent()) {
            throw new IllegalArgumentException("a funnel with times between steps, exclusions or chosen customers");
        }
        return new FunnelSql(plan);
    }

    /**
     * A query of customer and steps reached, for every customer who took the first, by number.
     *
     * @param tables what stands behind FROM for a table, such as its name
     */
    public String depths(Function<String, String> tables) {
        int steps = plan.rules().steps();
        List<String> parts = new ArrayList<>();
        parts.add("facts AS (%s)".formatted(rows(tables)));
        String start = "CASE WHEN c0 AND micros >= %d AND micros < %d THEN micros END"
                .formatted(plan.rules().from(), plan.rules().until());
        parts.add("t0 AS (SELECT *, %s AS s0 FROM facts)".formatted(start));
        for (int step = 1; step < steps; step++) {
            parts.add("w%1$d AS (SELECT *, max(s%2$d) OVER earlier AS m%2$d FROM t%2$d %3$s)"
                    .formatted(
                            step,
                            step - 1,
                            "WINDOW earlier AS (PARTITION BY customer ORDER BY micros, side, id, recorded_at"
                                    + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"));
            parts.add(
                    "t%1$d AS (SELECT *, CASE WHEN c%1$d AND micros - m%2$d <= %3$d THEN m%2$d END AS s%1$d FROM w%1$d)"
                            .formatted(step, step - 1, plan.rules().window()));
        }
        String depth = IntStream.range(0, steps)
                .mapToObj(step -> "(count(s%d) > 0)::INTEGER".formatted(step))
                .collect(Collectors.joining(" + "));
        return "WITH %s SELECT customer, %s AS steps FROM t%d GROUP BY customer HAVING count(s0) > 0 ORDER BY customer"
                .formatted(String.join(",\n", parts), depth, steps - 1);
    }

    private String rows(Function<String, String> tables) {
        List<String> sides = new ArrayList<>();
        for (int side = 0; side < plan.tables().size(); side++) {
            FunnelPlan.Table table = plan.tables().get(side);
            String conditions = IntStream.range(0, plan.rules().steps())
                    .mapToObj(step -> "%s AS c%d".formatted(condition(table, step), step))
                    .collect(Collectors.joining(", "));
            sides.add(
                    "SELECT customer, epoch_us(occurred_at) AS micros, %d AS side, id, recorded_at, %s FROM %s WHERE epoch_us(occurred_at) < %d"
                            .formatted(
                                    side,
                                    conditions,
                                    tables.apply(table.table().name()),
                                    plan.asOf().start()));
        }
        return String.join(" UNION ALL ", sides);
    }

    private String condition(FunnelPlan.Table table, int step) {
        Map<Integer, Expression> conditions = table.conditions();
        if (table.always().contains(step)) {
            return "TRUE";
        }
        return conditions.containsKey(step)
                ? "coalesce(%s, FALSE)".formatted(writer.write(Objects.requireNonNull(conditions.get(step))))
                : "FALSE";
    }
}
