package org.yinhang.lake.training;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.fold.FactRows;
import org.yinhang.lake.training.CompiledModel.ModelFeature;

/**
 * An observation day of a model whose rows are facts: those from the day on until the next observation day. What their
 * customers were like is seen as of the observation day; the row's own features as of its own day; the outcome as of the
 * end of the window after the row's day.
 */
final class FactObservation implements TrainingSets.Observation {

    private final Lake lake;
    private final Snapshot snapshot;
    private final CompiledModel model;
    private final FactTable table;
    private final ZoneId zone;

    FactObservation(Lake lake, Snapshot snapshot, CompiledModel model, FactTable table, ZoneId zone) {
        this.lake = lake;
        this.snapshot = snapshot;
        this.model = model;
        this.table = table;
        this.zone = zone;
    }

    @Override
    public void offer(PopulationSink population, LocalDate day, HashSample sample) {
        Map<Expression, Integer> condition = new HashMap<>();
        model.rows().ifPresent(rows -> condition.put(rows, 0));
        RowValues values = new RowValues(lake, snapshot, table, condition, zone);
        AsOf from = new AsOf(day, zone);
        long until = from.startOf(
                ObservationDays.after(day, model.definition().schedule().every()));
        for (int block : population.blocks()) {
            FactRows rows = values.read(block);
            long[] instants = rows.wholes(FactTable.OCCURRED_AT);
            long[] ids = rows.wholes("id");
            int[] places = new int[rows.size()];
            int count = 0;
            for (int row = 0; row < rows.size(); row++) {
                places[count] = row;
                count += instants[row] >= from.start()
                                && instants[row] < until
                                && population.contains(block, rows.customers()[row])
                        ? 1
                        : 0;
            }
            int[] within = Arrays.copyOf(places, count);
            byte[] wanted = model.rows()
                    .map(rule -> Objects.requireNonNull(
                                    values.values(block, rows, within).get(rule))
                            .truths())
                    .orElseGet(() -> everyOne(within.length));
            for (int i = 0; i < within.length; i++) {
                if (wanted[i] == Vector.TRUE) {
                    sample.add((block << Lake.BLOCK_BITS) + rows.customers()[within[i]], ids[within[i]]);
                }
            }
        }
    }

    private static byte[] everyOne(int rows) {
        byte[] truths = new byte[rows];
        Arrays.fill(truths, Vector.TRUE);
        return truths;
    }

    @Override
    public byte[] outcomes(List<HashSample.Row> chosen, LocalDate day, Map<ModelFeature, FeatureColumns> columns) {
        Expression outcome = model.outcome().orElseThrow();
        Map<Expression, Integer> asked = new LinkedHashMap<>();
        columns.keySet().forEach(feature -> feature.ofRow().ifPresent(expression -> asked.put(expression, 0)));
        RowValues own = new RowValues(lake, snapshot, table, asked, zone);
        RowValues after = new RowValues(
                lake, snapshot, table, Map.of(outcome, model.definition().window()), zone);
        byte[] outcomes = new byte[chosen.size()];
        for (int from = 0; from < chosen.size(); ) {
            int block = chosen.get(from).customer() >>> Lake.BLOCK_BITS;
            int until = from;
            while (until < chosen.size() && chosen.get(until).customer() >>> Lake.BLOCK_BITS == block) {
                until++;
            }
            List<HashSample.Row> part = chosen.subList(from, until);
            FactRows rows = own.read(block);
            Map<Expression, RowValues.Value> values = own.values(block, rows, places(rows, part));
            columns.forEach((feature, column) -> feature.ofRow()
                    .ifPresent(expression ->
                            Objects.requireNonNull(values.get(expression)).into(column)));
            FactRows later = after.read(block);
            byte[] known = Objects.requireNonNull(
                            after.values(block, later, places(later, part)).get(outcome))
                    .truths();
            System.arraycopy(known, 0, outcomes, from, known.length);
            from = until;
        }
        return outcomes;
    }

    /** Where in a block the chosen facts stand. */
    private static int[] places(FactRows rows, List<HashSample.Row> chosen) {
        Map<Long, Integer> byId = new HashMap<>();
        long[] ids = rows.wholes("id");
        for (int row = 0; row < rows.size(); row++) {
            byId.put(ids[row], row);
        }
        return chosen.stream()
                .mapToInt(row -> Objects.requireNonNull(byId.get(row.id()), "a chosen fact"))
                .toArray();
    }
}
