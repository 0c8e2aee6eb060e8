package org.yinhang.lake.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.learning.Observations;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * What a model learns from and is judged on: one row an observation, the oldest day first, every feature as it was known
 * on that day, and what became of it afterwards.
 *
 * @param model the model
 * @param asOf the day of training; nothing of it or later is in here
 * @param snapshot the version of the lake it was read from
 * @param days the observation days, the oldest first
 * @param dayOf the position of each row's day
 * @param customers the customer of each row
 * @param features one column a feature
 * @param groups the attributes whose groups are compared, one column each; never learned from
 * @param outcomes whether each row is a success
 * @param offered how many rows there were before sampling
 * @param undecided rows left out because their outcome is not known
 * @param suspects features that tell the outcome too well to be true
 */
public record TrainingSet(
        CompiledModel model,
        LocalDate asOf,
        long snapshot,
        ObservationDays days,
        int[] dayOf,
        int[] customers,
        Table features,
        Table groups,
        boolean[] outcomes,
        long offered,
        long undecided,
        List<FeatureStrength> suspects) {

    /** The column that holds the outcome: 1 for a success, 0 for none. */
    public static final Target TARGET = new Target("outcome", "1");

    public TrainingSet {
        suspects = List.copyOf(suspects);
    }

    /** Rows learned from: those of the older days, without what {@link #overlapping} names. */
    public int[] learned() {
        BitSet overlapping = new BitSet();
        IntStream.of(overlapping()).forEach(overlapping::set);
        return IntStream.range(0, dayOf.length)
                .filter(row -> !days.isHeldOut(dayOf[row]) && !overlapping.get(row))
                .toArray();
    }

    /**
     * Rows of the older days whose outcome became known only after the first day kept for judging, of customers who are judged:
     * the same event could be learned and foretold.
     */
    public int[] overlapping() {
        BitSet customersJudged = new BitSet();
        IntStream.of(heldOut()).forEach(row -> customersJudged.set(customers[row]));
        return IntStream.range(0, dayOf.length)
                .filter(row -> !days.isHeldOut(dayOf[row])
                        && days.isLate(model.definition(), dayOf[row])
                        && customersJudged.get(customers[row]))
                .toArray();
    }

    /** Of whom some rows tell and as of when. */
    public Observations observations(int[] rows) {
        return new Observations(customers, dayOf).select(rows);
    }

    /** Rows of the days kept for judging. */
    public int[] heldOut() {
        return IntStream.range(0, dayOf.length)
                .filter(row -> days.isHeldOut(dayOf[row]))
                .toArray();
    }

    /** Some rows with their outcome as the last column. */
    public Table withOutcome(int[] rows) {
        Table chosen = features.select(rows);
        List<Column> columns = new ArrayList<>(chosen.columns());
        columns.add(NumericColumn.of(
                TARGET.column(),
                IntStream.of(rows).mapToDouble(row -> outcomes[row] ? 1 : 0).toArray()));
        return Table.of(model.id(), columns);
    }

    /** The outcomes of some rows. */
    public boolean[] outcomes(int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = outcomes[rows[i]];
        }
        return chosen;
    }

    /** Successes among all rows. */
    public long positives() {
        return IntStream.range(0, outcomes.length).filter(row -> outcomes[row]).count();
    }
}
