package org.yinhang.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class BinAdjustmentTests {

    private static final SampleLoans LOANS = SampleLoans.of(4_000, 1);

    private static double logLikelihood(Scorecard card, Table table, boolean[] outcomes) {
        double sum = 0;
        double[] scores = card.scores(table);
        for (int row = 0; row < scores.length; row++) {
            double probability = card.scale().probability(scores[row]);
            sum += Math.log(outcomes[row] ? probability : 1 - probability);
        }
        return sum;
    }

    @Test
    void aPullOfCountlessRowsLeavesThePointsOfTheColumns() {
        Scorecard plain = LOANS.card(ScorecardSettings.USUAL);
        Scorecard pulled = LOANS.card(ScorecardSettings.USUAL.withPull(1e12));
        for (int i = 0; i < plain.terms().size(); i++) {
            ScorecardTerm term = plain.terms().get(i);
            for (int bin = 0; bin < term.points().size(); bin++) {
                assertThat(pulled.terms().get(i).points().get(bin))
                        .isCloseTo(term.points().get(bin), within(1e-3));
            }
        }
    }

    @Test
    void theLessPullTheBetterTheRowsLearnedFromFit() {
        double before = Double.NEGATIVE_INFINITY;
        for (double pull : new double[] {Double.POSITIVE_INFINITY, 5_000, 500, 50, 5}) {
            double fits =
                    logLikelihood(LOANS.card(ScorecardSettings.USUAL.withPull(pull)), LOANS.table(), LOANS.defaults());
            assertThat(fits).isGreaterThan(before);
            before = fits;
        }
    }

    @Test
    void neutralBinsStayNeutral() {
        Scorecard card = LOANS.card(ScorecardSettings.USUAL.withPull(10));
        int neutral = 0;
        for (ScorecardTerm term : card.terms()) {
            for (int bin = 0; bin < term.points().size(); bin++) {
                MergedBin of = term.bins().bins().get(bin);
                if (of.isNeutral()) {
                    neutral++;
                    assertThat(term.points().get(bin)).isZero();
                }
            }
        }
        assertThat(neutral).isPositive();
    }

    /** Debt is higher with the rich, who default less; among equally rich it is debt that defaults. */
    @Test
    void aColumnThatPointsTheOtherWayBesideAnotherComesInOnlyByItsBins() {
        Random random = new Random(5);
        int rows = 6_000;
        double[] wealth = new double[rows];
        double[] debt = new double[rows];
        boolean[] defaults = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            wealth[row] = random.nextGaussian();
            debt[row] = wealth[row] + 0.6 * random.nextGaussian();
            double logOdds = -1 - 2.5 * wealth[row] + 1.2 * debt[row];
            defaults[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        Table table = Table.of("rows", List.of(NumericColumn.of("wealth", wealth), NumericColumn.of("debt", debt)));
        BinnedTable binned = BinnedTable.fit(table, 64);
        double[] weights = ones(rows);
        Scorecard plain = ScorecardTrainer.train(binned, defaults, weights, ScorecardSettings.USUAL);
        assertThat(plain.terms()).extracting(ScorecardTerm::column).containsExactly("wealth");
        assertThat(plain.dropped()).extracting(DroppedColumn::why).containsExactly(DroppedColumn.Why.WRONG_SIGN);

        Scorecard adjusted = ScorecardTrainer.train(binned, defaults, weights, ScorecardSettings.USUAL.withPull(50));
        assertThat(adjusted.terms()).extracting(ScorecardTerm::column).containsExactly("wealth", "debt");
        List<Double> points = adjusted.terms().get(1).points();
        int ordinary = points.size() - 2;
        assertThat(points.getFirst()).isGreaterThan(points.get(ordinary));
        assertThat(logLikelihood(adjusted, table, defaults)).isGreaterThan(logLikelihood(plain, table, defaults) + 100);
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }
}
