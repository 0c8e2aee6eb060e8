package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.learning.CrossFitting;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.decision.rehearsal.ValueTable;
import org.yinhang.product.SnapshotFacts;

/**
 * What the tags show of the true lifts at best: boosted trees learn the lifts themselves, not outcomes with their noise, from
 * every tag of other customers. What is missing to the oracle then has left no trace in the tags, whoever learns from them.
 */
final class Traces {

    /** A text with more values than this names things rather than kinds. */
    private static final int MOST_LABELS = 60;

    private static final int LEARNED_FROM = 60_000;

    /** Lifts are small; squared errors are reckoned of percents. */
    private static final double PERCENT = 100;

    private final Index index;
    private final List<Candidate> candidates;
    private final ToDoubleBiFunction<Candidate, OutreachOption> truth;

    Traces(Index index, List<Candidate> candidates, ToDoubleBiFunction<Candidate, OutreachOption> truth) {
        this.index = index;
        this.candidates = candidates;
        this.truth = truth;
    }

    /** Values an option by a lift. */
    interface Belief {
        OutreachOption of(OutreachOption option, double lift);
    }

    /** The candidates as they are seen by who has learned so much, with the ways worth while. */
    List<Candidate> learned(Belief belief) {
        double[] lifts = lifts();
        List<Candidate> learned = new ArrayList<>();
        int row = 0;
        for (Candidate candidate : candidates) {
            List<OutreachOption> worthwhile = new ArrayList<>();
            for (OutreachOption option : candidate.options()) {
                OutreachOption believed = belief.of(option, lifts[row++]);
                if (believed.valueFen() > 0) {
                    worthwhile.add(believed);
                }
            }
            learned.add(candidate.with(worthwhile));
        }
        return learned;
    }

    /** By candidate and option, in order. */
    private double[] lifts() {
        List<String> fields = fields();
        List<String> names = new ArrayList<>(fields);
        names.addAll(List.of("offered rate", "response of the product"));
        List<String> ways = new ArrayList<>();
        List<Value[]> rows = new ArrayList<>();
        List<Integer> subjects = new ArrayList<>();
        List<Double> lifts = new ArrayList<>();
        for (Candidate candidate : candidates) {
            SnapshotFacts facts = SnapshotFacts.of(index, candidate.customer());
            Value[] shared = fields.stream().map(facts::value).toArray(Value[]::new);
            for (OutreachOption option : candidate.options()) {
                Value[] row = Arrays.copyOf(shared, names.size());
                row[fields.size()] = Value.of(option.ratePpm());
                row[fields.size() + 1] =
                        Double.isNaN(option.response()) ? Value.missing() : Value.of(option.response());
                rows.add(row);
                ways.add(option.product() + " " + option.channel());
                subjects.add(candidate.customer());
                lifts.add(PERCENT * truth.applyAsDouble(candidate, option));
            }
        }
        double[] learned = CrossFitting.values(
                ValueTable.of("traces", "way", ways, names, rows),
                lifts.stream().mapToDouble(Double::doubleValue).toArray(),
                subjects.stream().mapToInt(Integer::intValue).toArray(),
                LEARNED_FROM);
        return Arrays.stream(learned).map(percent -> percent / PERCENT).toArray();
    }

    /** Tags that a tree can split by. */
    private List<String> fields() {
        return index.columns().stream()
                .filter(column ->
                        column.type() != ValueType.TEXT || column.dictionary().size() <= MOST_LABELS)
                .map(IndexColumn::name)
                .toList();
    }
}
