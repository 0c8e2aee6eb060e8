package org.yinhang.core.learning;

import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.glassbox.GlassBoxSettings;
import org.yinhang.core.glassbox.GlassBoxTrainer;

/** The glass box as a learner. It knows by itself when to stop, so there is one complexity. */
final class GlassBoxLearner implements Learner {

    private final BinnedTable table;
    private final GlassBoxSettings settings;

    /**
     * A learner.
     *
     * @param table the bins of the sample's rows
     */
    GlassBoxLearner(BinnedTable table, GlassBoxSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "glass box";
    }

    @Override
    public int complexities() {
        return 1;
    }

    @Override
    public int usualComplexity() {
        return 0;
    }

    @Override
    public String describe(int complexity) {
        return "%d bags, at most %d pairs".formatted(settings.bags(), settings.pairs());
    }

    @Override
    public double[][] path(Sample sample, int[] learn, int[] check) {
        return new double[][] {sample.matrix().logOdds(fit(sample, learn, 0), check)};
    }

    @Override
    public AdditiveModel fit(Sample sample, int[] rows, int complexity) {
        double[] targets = new double[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            targets[i] = sample.outcome(rows[i]) ? 1 : 0;
            weights[i] = sample.weight(rows[i]);
        }
        GlassBox box = GlassBoxTrainer.train(table.select(rows), targets, weights, settings);
        return new GlassBoxModel(box, table.bins().size() + 1);
    }
}
