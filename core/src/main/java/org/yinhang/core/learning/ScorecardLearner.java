package org.yinhang.core.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.scorecard.ScoreScale;
import org.yinhang.core.scorecard.ScoreScale.Event;
import org.yinhang.core.scorecard.ScorecardSettings;
import org.yinhang.core.scorecard.ScorecardTrainer;
import org.yinhang.core.scorecard.SelectionSettings;
import org.yinhang.core.scorecard.SelectionSettings.Rule;
import org.yinhang.core.scorecard.merging.MergeSettings;
import org.yinhang.core.scorecard.merging.Trend;

/**
 * The scorecard as a learner, from a few wide bins to many narrow ones. Fine bins know no outcome and are shared by all
 * folds; merging, selection and coefficients are learned anew from the rows given.
 */
final class ScorecardLearner implements Learner {

    private static final int MOST_COLUMNS = 60;

    /** A textbook's card: short, one coefficient a column. */
    private static final ScorecardSettings SHORT = ScorecardSettings.USUAL
            .withMerging(MergeSettings.USUAL.withBins(1, 6))
            .withSelection(SelectionSettings.USUAL.withRule(Rule.SCHWARZ));

    /** Every column whose coefficient has the right sign. */
    private static final ScorecardSettings LONG = ScorecardSettings.USUAL
            .withMerging(MergeSettings.USUAL.withStrictness(0.05, 1))
            .withSelection(new SelectionSettings(0, 1, Rule.ANY, MOST_COLUMNS));

    /** The same with narrow bins that go up and down as they like. */
    private static final ScorecardSettings FINE = LONG.withMerging(
            MergeSettings.USUAL.withBins(1, 30).withStrictness(0.005, 1).withTrend(Trend.NONE));

    /** What to prepare, and how far bins may leave their column. */
    private record Complexity(ScorecardSettings settings, double pull) {}

    private static final List<Complexity> COMPLEXITIES = List.of(
            new Complexity(SHORT, Double.POSITIVE_INFINITY),
            new Complexity(LONG, Double.POSITIVE_INFINITY),
            new Complexity(LONG, 2_000),
            new Complexity(LONG, 500),
            new Complexity(LONG, 100),
            new Complexity(FINE, 2_000),
            new Complexity(FINE, 500),
            new Complexity(FINE, 100));

    private static final int USUAL = 3;

    private final BinnedTable table;
    private final Map<String, Trend> trends;
    private final List<Complexity> complexities;
    private final ScoreScale scale = ScoreScale.USUAL.forEvent(Event.WANTED);

    /**
     * A learner.
     *
     * @param table the fine bins of the sample's rows
     * @param trends by column, where one is asked for; then no bin finds points of its own, which might break it
     */
    ScorecardLearner(BinnedTable table, Map<String, Trend> trends) {
        this.table = table;
        this.trends = trends;
        this.complexities = trends.isEmpty()
                ? COMPLEXITIES
                : COMPLEXITIES.stream()
                        .filter(one -> one.pull == Double.POSITIVE_INFINITY)
                        .toList();
    }

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public int complexities() {
        return complexities.size();
    }

    @Override
    public int usualComplexity() {
        return Math.min(USUAL, complexities.size() - 1);
    }

    @Override
    public String describe(int complexity) {
        Complexity of = complexities.get(complexity);
        String bins = "at most %d bins a column".formatted(of.settings.merging().mostBins());
        return of.pull == Double.POSITIVE_INFINITY
                ? bins + ", columns by "
                        + of.settings
                                .selection()
                                .rule()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ')
                : String.format(Locale.ROOT, "%s, adjusted with a pull of %.0f rows", bins, of.pull);
    }

    @Override
    public double[][] path(Sample sample, int[] learn, int[] check) {
        Map<ScorecardSettings, ScorecardTrainer> prepared = new HashMap<>();
        double[][] path = new double[complexities.size()][];
        for (int complexity = 0; complexity < path.length; complexity++) {
            Complexity of = complexities.get(complexity);
            ScorecardTrainer trainer =
                    prepared.computeIfAbsent(of.settings, settings -> prepare(sample, learn, settings));
            AdditiveModel model = new ScorecardModel(trainer.card(of.pull), table.bins());
            path[complexity] = sample.matrix().logOdds(model, check);
        }
        return path;
    }

    @Override
    public ScorecardModel fit(Sample sample, int[] rows, int complexity) {
        Complexity of = complexities.get(complexity);
        return new ScorecardModel(prepare(sample, rows, of.settings).card(of.pull), table.bins());
    }

    private ScorecardTrainer prepare(Sample sample, int[] rows, ScorecardSettings settings) {
        boolean[] outcomes = new boolean[rows.length];
        double[] weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            outcomes[i] = sample.outcome(rows[i]);
            weights[i] = sample.weight(rows[i]);
        }
        return ScorecardTrainer.prepare(
                table.select(rows), outcomes, weights, settings.withScale(scale).withTrends(trends));
    }
}
