package org.yinhang.decision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.learning.Predictions;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;
import org.yinhang.lake.feature.FeatureSet;

/** What the model says of every candidate, and which features moved each score away from the average candidate's. */
final class Scores {

    /** Contributions smaller than this, in log-odds, are no reason for anything. */
    private static final double NEGLIGIBLE = 0.01;

    private final double[] probabilities;
    private final double[][] contributions;
    private final double[] average;
    private final Table candidates;
    private final FeatureSet features;

    private Scores(
            double[] probabilities, double[][] contributions, double[] average, Table candidates, FeatureSet features) {
        this.probabilities = probabilities;
        this.contributions = contributions;
        this.average = average;
        this.candidates = candidates;
        this.features = features;
    }

    static Scores of(ResponseModel model, Table candidates, FeatureSet features) {
        Predictions predictions = model.score(candidates);
        int[] positions = features.features().stream()
                .mapToInt(feature -> predictions.columns().indexOf(feature.name()))
                .toArray();
        double[][] contributions = new double[candidates.size()][positions.length];
        double[] average = new double[positions.length];
        for (int row = 0; row < contributions.length; row++) {
            for (int c = 0; c < positions.length; c++) {
                contributions[row][c] = positions[c] < 0 ? 0 : predictions.contribution(row, positions[c]);
                average[c] += contributions[row][c] / contributions.length;
            }
        }
        return new Scores(predictions.probabilities(), contributions, average, candidates, features);
    }

    /** Chance of success through the learned channel, one a candidate. */
    double[] probabilities() {
        return probabilities.clone();
    }

    /** What moved a candidate's score: first what raises it, strongest first, then what lowers it, strongest first. */
    List<Contribution> contributions(int candidate) {
        List<Column> columns = candidates.columns();
        return IntStream.range(0, average.length)
                .mapToObj(c -> new Contribution(
                        features.features().get(c),
                        columns.get(c).text(candidate),
                        contributions[candidate][c] - average[c]))
                .filter(c -> Math.abs(c.logOdds()) >= NEGLIGIBLE)
                .sorted(Comparator.<Contribution, Boolean>comparing(c -> c.logOdds() < 0)
                        .thenComparing(Comparator.comparingDouble(c -> -Math.abs(c.logOdds()))))
                .toList();
    }
}
