package org.yinhang.core.learning;

import java.util.List;
import org.yinhang.core.evaluation.Evaluation;

/** What came of a {@link Backtest}. */
public final class BacktestReport {

    private final int rows;
    private final ModelKind model;
    private final Evaluation evaluation;
    private final double fitSeconds;
    private final double rowsPerSecond;
    private final List<String> choices;
    private final int[] scoredRows;
    private final int[] steps;
    private final double[] probabilities;

    BacktestReport(
            int rows,
            ModelKind model,
            Evaluation evaluation,
            double fitSeconds,
            double rowsPerSecond,
            List<String> choices,
            int[] scoredRows,
            int[] steps,
            double[] probabilities) {
        this.rows = rows;
        this.model = model;
        this.evaluation = evaluation;
        this.fitSeconds = fitSeconds;
        this.rowsPerSecond = rowsPerSecond;
        this.choices = List.copyOf(choices);
        this.scoredRows = scoredRows;
        this.steps = steps;
        this.probabilities = probabilities;
    }

    /** Rows of the table with a stated outcome. */
    public int rows() {
        return rows;
    }

    public ModelKind model() {
        return model;
    }

    public Evaluation evaluation() {
        return evaluation;
    }

    /** Seconds of training, summed over the steps. */
    public double fitSeconds() {
        return fitSeconds;
    }

    /** Rows scored a second, encoding included. */
    public double rowsPerSecond() {
        return rowsPerSecond;
    }

    /** What made up each step's model and why, step after step. */
    public List<String> choices() {
        return choices;
    }

    /** The rows scored, in rising order, as positions among the rows with a stated outcome. */
    public int[] scoredRows() {
        return scoredRows.clone();
    }

    /** The step or fold each of {@link #scoredRows()} was scored in, from 0. */
    public int[] steps() {
        return steps.clone();
    }

    /** The out-of-sample probability of each of {@link #scoredRows()}. */
    public double[] probabilities() {
        return probabilities.clone();
    }
}
