package org.yinhang.lake.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yinhang.lake.Lake;
import org.yinhang.lake.tag.PickedColumns;
import org.yinhang.lake.training.CompiledModel.ModelFeature;

/** An observation day of a model whose rows are customers: outcomes are a condition as of the end of the window. */
final class CustomerObservation implements TrainingSets.Observation {

    private final TrainingSets sets;
    private final CompiledModel model;

    CustomerObservation(TrainingSets sets, CompiledModel model) {
        this.sets = sets;
        this.model = model;
    }

    @Override
    public void offer(PopulationSink population, LocalDate day, HashSample sample) {
        for (int block : population.blocks()) {
            long[] members = population.members(block);
            for (int word = 0; word < members.length; word++) {
                for (long left = members[word]; left != 0; left &= left - 1) {
                    sample.add((block << Lake.BLOCK_BITS) + (word << 6) + Long.numberOfTrailingZeros(left), 0);
                }
            }
        }
    }

    @Override
    public byte[] outcomes(List<HashSample.Row> rows, LocalDate day, Map<ModelFeature, FeatureColumns> columns) {
        PickedColumns picked = new PickedColumns(HashSample.customers(rows));
        String outcome = model.named("outcome");
        sets.read(
                model,
                List.of(outcome),
                sets.asOf(day.plusDays(model.definition().window())),
                picked);
        return picked.truths(outcome, rows.size());
    }
}
