package org.yinhang.core.glassbox;

import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;

/**
 * A model that can be read: the score of a row is the intercept plus one value for each column's bin, plus one for each
 * pair of columns that act together. Immutable; safe to share by threads.
 */
public final class GlassBox implements Archived.Archivable {

    /** What stands between the two columns in the name of a pair. */
    public static final String TOGETHER = " × ";

    private final double intercept;
    private final List<Curve> curves;
    private final List<PairMap> pairs;
    private final double[][] curveValues;
    private final double[][] pairValues;
    private final int[][] rowStarts;
    private final int[][] columns;

    /**
     * A model of these terms.
     *
     * @param intercept the mean score of the training rows
     * @param curves one a column, in the order of the columns
     * @param pairs terms over two columns
     */
    public GlassBox(double intercept, List<Curve> curves, List<PairMap> pairs) {
        this.intercept = intercept;
        this.curves = List.copyOf(curves);
        this.pairs = List.copyOf(pairs);
        this.curveValues = curves.stream().map(curve -> doubles(curve.values())).toArray(double[][]::new);
        this.pairValues = pairs.stream().map(pair -> doubles(pair.values())).toArray(double[][]::new);
        this.rowStarts = pairs.stream()
                .map(pair -> pair.firstGroups().stream()
                        .mapToInt(group -> group * pair.width())
                        .toArray())
                .toArray(int[][]::new);
        this.columns = pairs.stream()
                .map(pair ->
                        pair.secondGroups().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The mean score of the training rows. */
    public double intercept() {
        return intercept;
    }

    /** What each column adds, in the order of the columns. */
    public List<Curve> curves() {
        return curves;
    }

    /** What pairs of columns add. */
    public List<PairMap> pairs() {
        return pairs;
    }

    /** How the values of each column fall into bins. */
    public List<Bins> bins() {
        return curves.stream().map(Curve::bins).toList();
    }

    /** How many terms a score is made of: the curves, then the pairs. */
    public int terms() {
        return curves.size() + pairs.size();
    }

    /** What a term is about: a column, or two joined by {@link #TOGETHER}. */
    public String name(int term) {
        if (term < curves.size()) {
            return curves.get(term).bins().column();
        }
        PairMap pair = pairs.get(term - curves.size());
        return name(pair.first()) + TOGETHER + name(pair.second());
    }

    /**
     * The score of a row.
     *
     * @param bins holds the row's bins, one a column, from position {@code at}
     */
    public double score(int[] bins, int at) {
        double sum = intercept;
        for (int column = 0; column < curveValues.length; column++) {
            sum += curveValues[column][bins[at + column]];
        }
        for (int pair = 0; pair < pairValues.length; pair++) {
            PairMap map = pairs.get(pair);
            sum += pairValue(pair, bins[at + map.first()], bins[at + map.second()]);
        }
        return sum;
    }

    /**
     * The score of a row with what each term adds to it; the same bits as {@link #score}.
     *
     * @param bins holds the row's bins, one a column, from position {@code at}
     * @param terms what each term adds, in the order of {@link #name}; written
     */
    public double explain(int[] bins, int at, double[] terms) {
        double sum = intercept;
        for (int column = 0; column < curveValues.length; column++) {
            double value = curveValues[column][bins[at + column]];
            terms[column] = value;
            sum += value;
        }
        for (int pair = 0; pair < pairValues.length; pair++) {
            PairMap map = pairs.get(pair);
            double value = pairValue(pair, bins[at + map.first()], bins[at + map.second()]);
            terms[curveValues.length + pair] = value;
            sum += value;
        }
        return sum;
    }

    /**
     * What a pair adds.
     *
     * @param first the bin of its first column
     * @param second the bin of its second column
     */
    public double pairValue(int pair, int first, int second) {
        return pairValues[pair][rowStarts[pair][first] + columns[pair][second]];
    }

    /**
     * The same model with one curve drawn anew by a person. The intercept takes up the change of the mean, so that curves
     * stay comparable.
     *
     * @param column position of the column
     * @param values by bin
     * @throws IllegalArgumentException when there is not one value a bin
     */
    public GlassBox withCurve(int column, List<Double> values) {
        Curve old = curves.get(column);
        if (values.size() != old.values().size()) {
            throw new IllegalArgumentException("values of %s: %d (expected: one a bin, %d)"
                    .formatted(name(column), values.size(), old.values().size()));
        }
        double mean = 0;
        for (int bin = 0; bin < values.size(); bin++) {
            mean += old.shares().get(bin) * values.get(bin);
        }
        double shift = mean;
        List<Curve> changed = new ArrayList<>(curves);
        changed.set(
                column,
                new Curve(
                        old.bins(), values.stream().map(value -> value - shift).toList(), old.errors(), old.shares()));
        return new GlassBox(intercept + shift, changed, pairs);
    }

    /** The values of a curve after a person's changes to it, before the intercept takes up the change of their mean. */
    public List<Double> values(int column, List<CurveEdit> edits) {
        Curve curve = curves.get(column);
        List<Double> values = curve.values();
        for (CurveEdit edit : edits) {
            if (edit.column().equals(name(column))) {
                values = edit.applied(curve, values);
            }
        }
        return values;
    }

    /**
     * The same model with a person's changes made, one after the other.
     *
     * @throws FaultException LRN-1013 when there is no curve of a column, and what {@link CurveEdit} finds wrong
     */
    public GlassBox with(List<CurveEdit> edits) {
        List<String> columns = bins().stream().map(Bins::column).toList();
        GlassBox changed = this;
        for (String column : edits.stream().map(CurveEdit::column).distinct().toList()) {
            int position = columns.indexOf(column);
            if (position < 0) {
                throw new FaultException(Fault.of(
                        "LRN-1013",
                        "There is no curve of '%s'.".formatted(column),
                        column,
                        Suggestion.advise(column, columns)));
            }
            changed = changed.withCurve(position, values(position, edits));
        }
        return changed;
    }

    @Override
    public Archived<GlassBox> archived() {
        return new Kept(intercept, curves, pairs);
    }

    private record Kept(double intercept, List<Curve> curves, List<PairMap> pairs) implements Archived<GlassBox> {

        @Override
        public GlassBox restore() {
            return new GlassBox(intercept, curves, pairs);
        }
    }
}
