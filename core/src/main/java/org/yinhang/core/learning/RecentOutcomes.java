package org.yinhang.core.learning;

import java.util.List;
import org.yinhang.core.archive.Archived;
import org.yinhang.core.table.RowSource;

/** The success rates known at one instant, overall and by the value of each column, as features of a row scored then. */
final class RecentOutcomes implements Encoding.Part, Archived.Archivable {

    private final List<Feature> features;
    private final List<Keys> keys;
    private final float[] overall;
    private final float[][] logOdds;
    private final float[][] weights;

    /**
     * What is known.
     *
     * @param features overall rates first, then a rate and a weight a column
     * @param keys how each column groups rows
     * @param overall success rates of the latest rows, one a window, NaN when too few rows are known
     * @param logOdds by column and key, the log odds of success, NaN when too few rows are known
     * @param weights by column and key, the logarithm of one plus the rows behind it, faded by age
     */
    RecentOutcomes(List<Feature> features, List<Keys> keys, float[] overall, float[][] logOdds, float[][] weights) {
        this.features = features;
        this.keys = keys;
        this.overall = overall;
        this.logOdds = logOdds;
        this.weights = weights;
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public Encoding.RowWriter bind(RowSource rows) {
        return writer(keys.stream().map(key -> key.bind(rows)).toList());
    }

    Encoding.RowWriter writer(List<RowSource.Positions> positions) {
        return (row, into, at) -> {
            System.arraycopy(overall, 0, into, at, overall.length);
            int next = at + overall.length;
            for (int column = 0; column < logOdds.length; column++) {
                int key = positions.get(column).at(row);
                into[next++] = logOdds[column][key];
                into[next++] = weights[column][key];
            }
        };
    }

    @Override
    public Archived<RecentOutcomes> archived() {
        return new Kept(features, keys, overall, logOdds, weights);
    }

    private record Kept(List<Feature> features, List<Keys> keys, float[] overall, float[][] logOdds, float[][] weights)
            implements Archived<RecentOutcomes> {

        @Override
        public RecentOutcomes restore() {
            return new RecentOutcomes(features, keys, overall, logOdds, weights);
        }
    }
}
