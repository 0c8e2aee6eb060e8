package org.yinhang.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.yinhang.core.unit.Money;

class AssessmentTests {

    private static final int ROWS = 2_000;

    /** Probabilities that come true, by a seed. */
    private static double[] probabilities(long seed) {
        return new Random(seed).doubles(ROWS, 0.02, 0.6).toArray();
    }

    private static boolean[] outcomes(double[] probabilities, long seed) {
        Random random = new Random(seed);
        boolean[] outcomes = new boolean[probabilities.length];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = random.nextDouble() < probabilities[row];
        }
        return outcomes;
    }

    @Property(tries = 30)
    void rowsThatCountOnceGiveTheFiguresOfTheList(@ForAll long seed) {
        double[] scores = new Random(seed).doubles(60).toArray();
        boolean[] outcomes = outcomes(scores, seed + 1);
        outcomes[0] = true;
        outcomes[1] = false;
        int[] once = new int[60];
        Arrays.fill(once, 1);
        double[] figures = new WeightedFigures(scores, outcomes).of(once);
        Ranking ranking = Ranking.of(scores, outcomes);
        assertThat(figures[WeightedFigures.KS]).isCloseTo(ranking.ks(), within(1e-12));
        assertThat(figures[WeightedFigures.ALIFT]).isCloseTo(ranking.alift(), within(1e-12));
        assertThat(figures[WeightedFigures.TOP_HALF_SHARE]).isCloseTo(ranking.topHalfShare(), within(1e-12));
        assertThat(figures[WeightedFigures.BRIER]).isCloseTo(Evaluation.brier(scores, outcomes), within(1e-12));
    }

    @Test
    void intervalsHoldTheirFigureAndComeAgainFromTheSameSeed() {
        double[] stated = probabilities(1);
        boolean[] outcomes = outcomes(stated, 2);
        Ranking ranking = Ranking.of(stated, outcomes);
        Assessment assessment = Assessment.of(stated, outcomes, 7);
        assertThat(assessment.ks().contains(ranking.ks())).isTrue();
        assertThat(assessment.alift().contains(ranking.alift())).isTrue();
        assertThat(assessment.logLossInterval().contains(assessment.logLoss())).isTrue();
        assertThat(assessment.auc().interval().contains(ranking.auc())).isTrue();
        assertThat(assessment.alift().high() - assessment.alift().low()).isBetween(0.01, 0.1);
        assertThat(Assessment.of(stated, outcomes, 7)).isEqualTo(assessment);
        assertThat(Assessment.of(stated, outcomes, 8).ks()).isNotEqualTo(assessment.ks());
    }

    @Test
    void ofVeryManyRowsSomeAreDrawnAndTheIntervalsAreThoseOfAll() {
        int rows = 1_000_000;
        Random random = new Random(8);
        double[] probabilities = new double[rows];
        boolean[] outcomes = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            probabilities[row] = random.nextDouble();
            outcomes[row] = random.nextDouble() < probabilities[row];
        }
        Assessment assessment = Assessment.of(probabilities, outcomes, 1);
        double[] squares = new double[rows];
        for (int row = 0; row < rows; row++) {
            double gap = probabilities[row] - (outcomes[row] ? 1 : 0);
            squares[row] = gap * gap;
        }
        double mean = Arrays.stream(squares).average().orElseThrow();
        double error = Math.sqrt(Arrays.stream(squares)
                        .map(x -> (x - mean) * (x - mean))
                        .average()
                        .orElseThrow()
                / rows);
        assertThat(assessment.brier().low()).isCloseTo(mean - Interval.Z * error, within(error));
        assertThat(assessment.brier().high()).isCloseTo(mean + Interval.Z * error, within(error));
    }

    @Test
    void aGapThatIsHardlyThereLiesInItsInterval() {
        double[] probabilities = new double[400];
        boolean[] outcomes = new boolean[probabilities.length];
        Arrays.setAll(probabilities, row -> row / 400.0);
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = row % 2 == 0;
        }
        Interval ks = Assessment.of(probabilities, outcomes, 1).ks();
        assertThat(ks.low())
                .isLessThanOrEqualTo(Ranking.of(probabilities, outcomes).ks());
        assertThat(ks.high()).isGreaterThan(0.05);
    }

    @Test
    void logLossIsTheMeanOfWhatEachRowLost() {
        double[] stated = {0.5, 0.25, 1};
        assertThat(Assessment.of(stated, new boolean[] {true, false, true}, 1).logLoss())
                .isCloseTo((Math.log(2) - Math.log(0.75)) / 3, within(1e-9));
    }

    @Test
    void saysNothingOfRankingWhereOneOutcomeIsAbsent() {
        Assessment assessment = Assessment.of(new double[] {0.1, 0.2, 0.3}, new boolean[3], 1);
        assertThat(assessment.auc().auc()).isNaN();
        assertThat(assessment.ks().isKnown()).isFalse();
        assertThat(assessment.calibration().slope()).isNaN();
        assertThat(assessment.roc().points()).isEmpty();
        assertThat(assessment.logLoss()).isPositive();
    }

    @Test
    void theCalibrationLineFindsProbabilitiesTooBoldAndTooLow() {
        double[] right = probabilities(3);
        boolean[] outcomes = outcomes(right, 4);
        CalibrationLine fair = CalibrationLine.of(right, outcomes);
        assertThat(fair.slope()).isCloseTo(1, within(0.15));
        assertThat(fair.inTheLarge()).isCloseTo(0, within(0.15));
        double[] bold = Arrays.stream(right).map(p -> shifted(p, 2, -1)).toArray();
        CalibrationLine line = CalibrationLine.of(bold, outcomes);
        assertThat(line.slope()).isCloseTo(fair.slope() / 2, within(1e-6));
        assertThat(line.intercept()).isCloseTo(fair.intercept() + fair.slope() / 2, within(1e-6));
        assertThat(line.inTheLarge()).isPositive();
    }

    private static double shifted(double probability, double slope, double added) {
        double logOdds = slope * Math.log(probability / (1 - probability)) + added;
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Test
    void tenthsAddUpToEverySuccess() {
        double[] stated = probabilities(5);
        boolean[] outcomes = outcomes(stated, 6);
        LiftTable table = LiftTable.of(stated, outcomes);
        assertThat(table.tenths()).hasSize(10);
        assertThat(table.tenths().stream().mapToInt(LiftTable.Tenth::successes).sum())
                .isEqualTo(Ranking.of(stated, outcomes).positives());
        assertThat(table.tenths().getLast().foundSoFar()).isCloseTo(1, within(1e-12));
        assertThat(table.tenths().getLast().liftSoFar()).isCloseTo(1, within(1e-12));
        assertThat(table.tenths().getFirst().lift())
                .isCloseTo(table.tenths().getFirst().liftSoFar(), within(1e-12))
                .isGreaterThan(1.3);
        ScoreHistogram histogram = ScoreHistogram.of(stated, outcomes);
        assertThat(histogram.bars().stream()
                        .mapToDouble(ScoreHistogram.Bar::successes)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void theRocCurveEnclosesTheAuc() {
        double[] stated = probabilities(7);
        boolean[] outcomes = outcomes(stated, 8);
        List<RocCurve.Point> points = RocCurve.of(stated, outcomes).points();
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            area += (points.get(i).falsePositiveRate() - points.get(i - 1).falsePositiveRate())
                    * (points.get(i).truePositiveRate() + points.get(i - 1).truePositiveRate())
                    / 2;
        }
        assertThat(points.size()).isLessThan(210);
        assertThat(area).isCloseTo(Ranking.of(stated, outcomes).auc(), within(0.002));
        assertThat(points.getLast()).isEqualTo(new RocCurve.Point(1, 1));
    }

    @Test
    void theBestListEndsWhereTheNextCustomerCostsMoreThanHeBrings() {
        double[] stated = {0.9, 0.6, 0.4, 0.2, 0.1};
        boolean[] outcomes = {true, true, false, false, true};
        ProfitCurve curve = ProfitCurve.of(stated, outcomes, Money.ofYuan(100), Money.ofYuan(35));
        assertThat(curve.best()).isEqualTo(new ProfitCurve.CutOff(0.6, 2, 2, Money.ofYuan(130)));
        assertThat(curve.stated()).isEqualTo(new ProfitCurve.CutOff(0.4, 3, 2, Money.ofYuan(95)));
        assertThat(curve.points().getLast().profit()).isEqualTo(Money.ofYuan(125));
        ProfitCurve hopeless = ProfitCurve.of(stated, outcomes, Money.ofYuan(10), Money.ofYuan(30));
        assertThat(hopeless.best().rows()).isZero();
        assertThat(hopeless.stated().profit()).isEqualTo(Money.ZERO);
    }

    @Test
    void tailsAreThoseOfTheTables() {
        assertThat(Significance.twoSided(Interval.Z)).isCloseTo(0.05, within(1e-10));
        assertThat(Significance.twoSided(0)).isEqualTo(1);
        // Upper 5 % points of the chi-square table (Abramowitz and Stegun 1964, table 26.8).
        assertThat(Significance.chiSquare(3.84146, 1)).isCloseTo(0.05, within(1e-6));
        assertThat(Significance.chiSquare(18.3070, 10)).isCloseTo(0.05, within(1e-6));
        assertThat(Significance.chiSquare(124.342, 100)).isCloseTo(0.05, within(1e-6));
        assertThat(Significance.chiSquare(4, 4)).isCloseTo(3 * Math.exp(-2), within(1e-12));
        assertThat(IntStream.of(1, 5, 50).mapToDouble(d -> Significance.chiSquare(0, d)))
                .containsOnly(1.0);
    }
}
