package org.yinhang.core.learning;

import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.glassbox.PairMap;

/** A glass box as one of the learners: its features are bin numbers, its terms belong to columns and pairs of columns. */
final class GlassBoxModel implements AdditiveModel, Archived.Archivable {

    private final GlassBox box;
    private final int firstPairSource;
    private final double[][] curves;

    /**
     * Wraps a glass box.
     *
     * @param firstPairSource the source the first pair is credited to, the others following
     */
    GlassBoxModel(GlassBox box, int firstPairSource) {
        this.box = box;
        this.firstPairSource = firstPairSource;
        this.curves = box.curves().stream()
                .map(curve ->
                        curve.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    GlassBox box() {
        return box;
    }

    /** The same with curves drawn anew. */
    GlassBoxModel with(List<CurveEdit> edits) {
        return new GlassBoxModel(box.with(edits), firstPairSource);
    }

    @Override
    public double logOdds(float[] values, int at) {
        double sum = box.intercept();
        for (int column = 0; column < curves.length; column++) {
            sum += curves[column][(int) values[at + column]];
        }
        for (int pair = 0; pair < box.pairs().size(); pair++) {
            sum += pairValue(pair, values, at);
        }
        return sum;
    }

    @Override
    public double baseline() {
        return box.intercept();
    }

    @Override
    public void explain(float[] values, int at, double weight, double[] bySource) {
        for (int column = 0; column < curves.length; column++) {
            bySource[column] += weight * curves[column][(int) values[at + column]];
        }
        for (int pair = 0; pair < box.pairs().size(); pair++) {
            bySource[firstPairSource + pair] += weight * pairValue(pair, values, at);
        }
    }

    @Override
    public List<String> pairNames() {
        return IntStream.range(curves.length, box.terms()).mapToObj(box::name).toList();
    }

    private double pairValue(int pair, float[] values, int at) {
        PairMap map = box.pairs().get(pair);
        return box.pairValue(pair, (int) values[at + map.first()], (int) values[at + map.second()]);
    }

    @Override
    public Archived<GlassBoxModel> archived() {
        return new Kept(box, firstPairSource);
    }

    private record Kept(GlassBox box, int firstPairSource) implements Archived<GlassBoxModel> {

        @Override
        public GlassBoxModel restore() {
            return new GlassBoxModel(box, firstPairSource);
        }
    }
}
