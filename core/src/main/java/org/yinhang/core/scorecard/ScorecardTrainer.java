package org.yinhang.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.yinhang.core.algebra.Cholesky;
import org.yinhang.core.algebra.NormalTails;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.core.scorecard.merging.MergedBins;
import org.yinhang.core.scorecard.merging.OptimalBinning;

/**
 * Makes a card: merges the fine bins of every column, chooses columns, fits a logistic regression to their weights of
 * evidence and turns it into points. Everything is learned from the rows given and from nothing else; equal rows give an equal
 * card.
 */
public final class ScorecardTrainer {

    private final BinnedTable table;
    private final boolean[] outcomes;
    private final double[] weights;
    private final ScorecardSettings settings;
    private final int parts;

    private final List<MergedBins> merged;
    private final EvidenceRows own;
    private final EvidenceRows judged;
    private final ColumnSelection selection;
    private final LogisticFit fit;
    private final List<ScorecardTerm.Statistics> statistics;

    private ScorecardTrainer(BinnedTable table, boolean[] outcomes, double[] weights, ScorecardSettings settings) {
        this.table = table;
        this.outcomes = outcomes;
        this.weights = weights;
        this.settings = settings;
        this.parts = Math.min(settings.parts(), rarer(outcomes));
        this.merged = merged(row -> true);
        this.own = new EvidenceRows(table, List.of(merged), new int[table.size()], outcomes, weights);
        this.judged = parts == 1 ? own : unseen();
        this.selection = new ColumnSelection(judged, merged, settings.selection(), settings.ridge());
        this.fit = selection.choose();
        this.statistics = statistics(judged, fit);
    }

    /**
     * Makes a card from rows whose outcome is known.
     *
     * @param table the rows in fine bins
     * @param outcomes which rows are events
     * @param weights how much each row counts, above 0; standard errors take them for numbers of rows
     * @throws FaultException SCR-1001 when all rows have the same outcome
     */
    public static Scorecard train(BinnedTable table, boolean[] outcomes, double[] weights, ScorecardSettings settings) {
        return prepare(table, outcomes, weights, settings).card(settings.pull());
    }

    /**
     * Merges, chooses and fits, so that cards of several pulls can be made of it.
     *
     * @throws FaultException SCR-1001 when all rows have the same outcome
     */
    public static ScorecardTrainer prepare(
            BinnedTable table, boolean[] outcomes, double[] weights, ScorecardSettings settings) {
        if (outcomes.length != table.size() || weights.length != table.size()) {
            throw new IllegalArgumentException("outcomes: %d, weights: %d (expected: %d)"
                    .formatted(outcomes.length, weights.length, table.size()));
        }
        requireBothOutcomes(outcomes);
        return new ScorecardTrainer(table, outcomes, weights, settings);
    }

    private static void requireBothOutcomes(boolean[] outcomes) {
        if (rarer(outcomes) == 0) {
            throw new FaultException(Fault.of(
                    "SCR-1001",
                    "All %d rows have the same outcome, so no card can tell them apart.".formatted(outcomes.length),
                    "outcomes",
                    "Give rows with both outcomes, or another target."));
        }
    }

    /**
     * A card.
     *
     * @param pull see {@link ScorecardSettings#pull}
     */
    public Scorecard card(double pull) {
        return pull == Double.POSITIVE_INFINITY ? byColumn() : byBin(pull);
    }

    private Scorecard byColumn() {
        double[][] effects = Arrays.stream(fit.columns()).mapToObj(this::wanted).toArray(double[][]::new);
        return card(fit.columns(), effects, fit.interceptFor(own), selection.dropped());
    }

    private Scorecard byBin(double pull) {
        int[] columns = IntStream.concat(
                        Arrays.stream(fit.columns()),
                        selection.overruled().stream().mapToInt(Integer::intValue))
                .toArray();
        BinAdjustment adjustment = new BinAdjustment(
                table,
                outcomes,
                weights,
                columns,
                Arrays.stream(columns).mapToObj(merged::get).toList(),
                Arrays.stream(columns).mapToObj(this::wanted).toArray(double[][]::new),
                pull);
        double intercept = adjustment.run(fit.interceptFor(own));
        List<DroppedColumn> dropped = selection.dropped().stream()
                .filter(column -> selection.overruled().stream()
                        .noneMatch(in -> merged.get(in).column().equals(column.column())))
                .toList();
        return card(columns, adjustment.effects(), intercept, dropped);
    }

    /** What each bin of a column adds to the log odds by the column's coefficient. */
    private double[] wanted(int column) {
        double coefficient = coefficient(column);
        return merged.get(column).bins().stream()
                .mapToDouble(bin -> coefficient * bin.weightOfEvidence())
                .toArray();
    }

    private double coefficient(int column) {
        return IntStream.range(0, fit.columns().length)
                .filter(i -> fit.columns()[i] == column)
                .mapToDouble(i -> fit.coefficients()[i])
                .findFirst()
                .orElse(0);
    }

    private Scorecard card(int[] columns, double[][] effects, double intercept, List<DroppedColumn> dropped) {
        List<ScorecardTerm> terms = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            terms.add(term(
                    merged.get(columns[i]),
                    effects[i],
                    coefficient(columns[i]),
                    i < statistics.size() ? Optional.of(statistics.get(i)) : Optional.empty()));
        }
        ScoreScale scale = settings.scale();
        return new Scorecard(scale.rounded(scale.score(intercept)), terms, dropped, scale);
    }

    private ScorecardTerm term(
            MergedBins bins, double[] effects, double coefficient, Optional<ScorecardTerm.Statistics> known) {
        List<Double> points =
                Arrays.stream(effects).mapToObj(settings.scale()::points).toList();
        double average = 0;
        double rows = 0;
        for (int i = 0; i < points.size(); i++) {
            MergedBin bin = bins.bins().get(i);
            average += bin.rows() * points.get(i);
            rows += bin.rows();
        }
        return new ScorecardTerm(bins, points, average / rows, coefficient, known);
    }

    /** Every row with the evidence of bins merged without it and the rows of its part. */
    private EvidenceRows unseen() {
        int[] part = parts();
        List<List<MergedBins>> merged = IntStream.range(0, parts)
                .mapToObj(left -> merged(row -> part[row] != left))
                .toList();
        return new EvidenceRows(table, merged, part, outcomes, weights);
    }

    /** How many rows have the rarer outcome: with more parts than that, one part would leave none of them to the others. */
    private static int rarer(boolean[] outcomes) {
        int events = (int)
                IntStream.range(0, outcomes.length).filter(row -> outcomes[row]).count();
        return Math.min(events, outcomes.length - events);
    }

    /** Deals the rows of each outcome out one by one, so that every part has its share of both. */
    private int[] parts() {
        int[] part = new int[table.size()];
        int events = 0;
        int others = 0;
        for (int row = 0; row < part.length; row++) {
            part[row] = (outcomes[row] ? events++ : others++) % parts;
        }
        return part;
    }

    private List<MergedBins> merged(IntPredicate isSeen) {
        int[] seen = IntStream.range(0, table.size()).filter(isSeen).toArray();
        BinnedTable chosen = table.select(seen);
        boolean[] known = new boolean[seen.length];
        double[] counted = new double[seen.length];
        for (int i = 0; i < seen.length; i++) {
            known[i] = outcomes[seen[i]];
            counted[i] = weights[seen[i]];
        }
        return IntStream.range(0, chosen.bins().size())
                .mapToObj(column -> OptimalBinning.merge(
                        chosen.bins().get(column),
                        chosen.codes(column),
                        known,
                        counted,
                        settings.merging(chosen.bins().get(column).column())))
                .toList();
    }

    private static List<ScorecardTerm.Statistics> statistics(EvidenceRows rows, LogisticFit fit) {
        double[] errors = fit.standardErrors();
        double[][] inverse = Cholesky.inverse(rows.correlations(fit.columns()));
        return IntStream.range(0, fit.columns().length)
                .mapToObj(i -> new ScorecardTerm.Statistics(
                        errors[i], NormalTails.twoSided(fit.coefficients()[i] / errors[i]), inverse[i][i]))
                .toList();
    }
}
