package org.yinhang.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.Evaluation;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.Stability;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.lake.training.TrainingSet;

/**
 * What a version showed on the days kept for judging, as its page draws it.
 *
 * @param heldOut its worth
 * @param assessment how sure that is, and the curves
 * @param stability each of the days by itself
 * @param fairness how the tenth with the highest probabilities treats groups
 * @param influences how much each feature moves scores, the strongest first
 * @param ranges where the numbers it learned from usually lie
 * @param choice which learners make it up and why
 */
public record ModelEvidence(
        Evaluation heldOut,
        Assessment assessment,
        Stability stability,
        List<Fairness> fairness,
        List<TrainedModel.Influence> influences,
        List<Range> ranges,
        String choice) {

    /** Leaves out the outermost hundredth at either end. */
    private static final double TAIL = 0.01;

    /**
     * Where a numeric column lies in all but the outermost rows.
     *
     * @param column the column
     * @param low at a hundredth of the rows with a value
     * @param high at ninety-nine hundredths
     */
    public record Range(String column, double low, double high) {}

    public ModelEvidence {
        fairness = List.copyOf(fairness);
        influences = List.copyOf(influences);
        ranges = List.copyOf(ranges);
    }

    static ModelEvidence of(TrainedModel trained, HeldOutScores scores) {
        TrainingSet set = trained.set();
        List<String> days = set.days().days().stream().map(LocalDate::toString).toList();
        int[] periods = IntStream.of(set.heldOut()).map(row -> set.dayOf()[row]).toArray();
        return new ModelEvidence(
                trained.heldOut(),
                trained.assessment(),
                Stability.of(scores.probabilities(), scores.outcomes(), periods, days),
                trained.fairness(),
                trained.influences(),
                ranges(set.features()),
                trained.model().choice());
    }

    private static List<Range> ranges(Table rows) {
        List<Range> ranges = new ArrayList<>();
        for (Column column : rows.columns()) {
            if (column instanceof NumericColumn numbers) {
                double[] sorted = IntStream.range(0, numbers.size())
                        .mapToDouble(numbers::value)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
                if (sorted.length > 0) {
                    ranges.add(new Range(
                            column.name(),
                            sorted[(int) (TAIL * (sorted.length - 1))],
                            sorted[(int) ((1 - TAIL) * (sorted.length - 1))]));
                }
            }
        }
        return ranges;
    }
}
