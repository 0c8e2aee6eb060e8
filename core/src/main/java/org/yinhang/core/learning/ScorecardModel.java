package org.yinhang.core.learning;

import java.util.List;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardTerm;

/** A scorecard as one of the learners: its features are fine bins, its log odds those the score stands for. */
final class ScorecardModel implements AdditiveModel, Archived.Archivable {

    private final Scorecard card;
    private final List<Bins> bins;
    private final int[] sources;
    private final double[][] points;
    private final double[] averages;
    private final double oneMorePoint;
    private final double baseline;

    /**
     * Wraps a card.
     *
     * @param bins of every column, in the order of the features
     */
    ScorecardModel(Scorecard card, List<Bins> bins) {
        this.card = card;
        this.bins = List.copyOf(bins);
        this.sources = card.bins().stream().mapToInt(bins::indexOf).toArray();
        this.points = card.terms().stream().map(ScorecardTerm::pointsByFineBin).toArray(double[][]::new);
        this.averages =
                card.terms().stream().mapToDouble(ScorecardTerm::averagePoints).toArray();
        this.baseline = card.scale().logOdds(card.averageScore());
        this.oneMorePoint = card.scale().logOdds(1) - card.scale().logOdds(0);
    }

    Scorecard card() {
        return card;
    }

    @Override
    public double logOdds(float[] values, int at) {
        double score = card.start();
        for (int term = 0; term < points.length; term++) {
            score += points[term][(int) values[at + sources[term]]];
        }
        return card.scale().logOdds(score);
    }

    @Override
    public double baseline() {
        return baseline;
    }

    @Override
    public void explain(float[] values, int at, double weight, double[] bySource) {
        for (int term = 0; term < points.length; term++) {
            double above = points[term][(int) values[at + sources[term]]] - averages[term];
            bySource[sources[term]] += weight * oneMorePoint * above;
        }
    }

    @Override
    public Archived<ScorecardModel> archived() {
        return new Kept(card, bins);
    }

    private record Kept(Scorecard card, List<Bins> bins) implements Archived<ScorecardModel> {

        @Override
        public ScorecardModel restore() {
            return new ScorecardModel(card, bins);
        }
    }
}
