package org.yinhang.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.core.evaluation.Assessment;
import org.yinhang.core.evaluation.AucComparison;
import org.yinhang.core.evaluation.ColumnGroups;
import org.yinhang.core.evaluation.ColumnNote;
import org.yinhang.core.evaluation.DeLong;
import org.yinhang.core.evaluation.Fairness;
import org.yinhang.core.evaluation.FeatureDrift;
import org.yinhang.core.evaluation.FeatureStrength;
import org.yinhang.core.evaluation.ProfitCurve;
import org.yinhang.core.evaluation.ScoreOrder;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.evaluation.SplitStep;
import org.yinhang.core.evaluation.Stability;
import org.yinhang.core.learning.Backtest;
import org.yinhang.core.learning.BacktestReport;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;
import org.yinhang.core.unit.Money;

/**
 * Everything there is to say about a response model on a table: the back-test, how sure its figures are, what the columns
 * are like, and what a second model, money, periods and protected attributes add.
 *
 * @param table the rows with a stated outcome
 * @param comparison the second model on the same rows, where one was asked for
 * @param profit where a success has a value
 * @param strengths every column by itself, the strongest first
 * @param drifts from rows learned from to rows scored, the furthest moved first
 */
record ResponseStudy(
        Table table,
        Target target,
        Split split,
        BacktestReport report,
        Assessment assessment,
        Optional<Comparison> comparison,
        Optional<ProfitCurve> profit,
        List<FeatureStrength> strengths,
        List<ColumnNote> notes,
        List<FeatureDrift> drifts,
        Stability stability,
        List<Fairness> fairness) {

    private static final long SEED = 7;
    private static final int PERIOD_RANGES = 12;
    private static final int MOST_PERIODS = 60;

    /** A second model and how it compares; the first model is the one evaluated. */
    record Comparison(ModelKind kind, AucComparison auc) {}

    /** A success's value and an approach's cost. */
    record Stakes(Money value, Money cost) {}

    /**
     * What to look at beside the model itself.
     *
     * @param second a model to compare with
     * @param periodColumn groups the scored rows into periods; the steps of the split where it is empty
     * @param monotone columns bound to one direction, in both models
     */
    record Wishes(
            int top,
            Optional<ModelKind> second,
            Optional<Stakes> stakes,
            Optional<String> periodColumn,
            List<String> protectedColumns,
            Map<String, Direction> monotone) {}

    /** Columns too good to be true. */
    List<FeatureStrength> suspects() {
        return FeatureStrength.suspects(strengths);
    }

    static ResponseStudy of(
            Table whole,
            Target target,
            Collection<String> excluded,
            Split split,
            ModelKind kind,
            Wishes wishes,
            Progress progress) {
        wishes.periodColumn.ifPresent(whole::column);
        wishes.protectedColumns.forEach(whole::column);
        BacktestReport report =
                Backtest.run(whole, target, excluded, split, kind, wishes.monotone, wishes.top, progress);
        Table table = whole.select(target.decidedRows(whole));
        boolean[] all = target.outcomes(table);
        int[] rows = report.scoredRows();
        boolean[] outcomes = chosen(all, rows);
        double[] probabilities = report.probabilities();
        Optional<Comparison> comparison = wishes.second.map(second -> {
            BacktestReport other =
                    Backtest.run(whole, target, excluded, split, second, wishes.monotone, wishes.top, progress);
            return new Comparison(second, DeLong.compare(probabilities, other.probabilities(), outcomes));
        });
        progress.report("Assessing", 0, 0);
        List<SplitStep> steps = split.steps(table, all);
        Table features = table.without(List.of(target.column())).without(excluded);
        boolean[] selected = selected(probabilities, report.evaluation().top());
        return new ResponseStudy(
                table,
                target,
                split,
                report,
                Assessment.of(probabilities, outcomes, SEED),
                comparison,
                wishes.stakes.map(stakes -> ProfitCurve.of(probabilities, outcomes, stakes.value, stakes.cost)),
                FeatureStrength.of(features, all, steps),
                ColumnNote.of(features),
                FeatureDrift.over(features, steps),
                stability(table, wishes.periodColumn, report, outcomes),
                wishes.protectedColumns.stream()
                        .map(name -> Fairness.of(table.column(name).select(rows), probabilities, outcomes, selected))
                        .toList());
    }

    private static Stability stability(
            Table table, Optional<String> periodColumn, BacktestReport report, boolean[] outcomes) {
        int[] periods;
        List<String> names = new ArrayList<>();
        if (periodColumn.isPresent()) {
            Column column = table.column(periodColumn.get()).select(report.scoredRows());
            ColumnGroups groups = ColumnGroups.of(column, PERIOD_RANGES, MOST_PERIODS, MOST_PERIODS);
            periods = IntStream.range(0, column.size()).map(groups.bind(column)).toArray();
            IntStream.range(0, groups.count()).mapToObj(groups::name).forEach(names::add);
        } else {
            periods = report.steps();
            IntStream.rangeClosed(1, IntStream.of(periods).max().orElse(-1) + 1)
                    .mapToObj(Integer::toString)
                    .forEach(names::add);
        }
        return Stability.of(report.probabilities(), outcomes, periods, names);
    }

    private static boolean[] selected(double[] probabilities, int top) {
        ScoreOrder order = ScoreOrder.of(probabilities);
        boolean[] selected = new boolean[probabilities.length];
        for (int place = 0; place < Math.min(top, order.size()); place++) {
            selected[order.row(place)] = true;
        }
        return selected;
    }

    private static boolean[] chosen(boolean[] outcomes, int[] rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = outcomes[rows[i]];
        }
        return chosen;
    }
}
