package org.yinhang.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.yinhang.core.evaluation.Ranking;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.scorecard.DroppedColumn.Why;
import org.yinhang.core.scorecard.ReasonCode.Standard;
import org.yinhang.core.scorecard.ScoreScale.Event;
import org.yinhang.core.scorecard.merging.MergedBin;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

class ScorecardTests {

    private static final SampleLoans LOANS = SampleLoans.of(8_000, 1);
    private static final Scorecard CARD = LOANS.card(ScorecardSettings.USUAL);

    private static List<String> columns(Scorecard card) {
        return card.terms().stream().map(ScorecardTerm::column).toList();
    }

    @Test
    void choosesTheColumnsThatTellAndSaysWhyTheOthersDoNot() {
        assertThat(columns(CARD)).containsExactlyInAnyOrder("income", "late", "job");
        assertThat(CARD.dropped()).extracting(DroppedColumn::column).containsExactly("income_again", "colour");
        assertThat(CARD.dropped())
                .extracting(DroppedColumn::why)
                .containsExactly(Why.TOO_ALIKE, Why.LITTLE_INFORMATION);
        assertThat(CARD.dropped().getFirst().other()).isEqualTo("income");
    }

    @Test
    void aSingleEventStillGivesACardAndNoPartIsLeftWithoutOne() {
        boolean[] one = new boolean[LOANS.defaults().length];
        one[17] = true;
        Scorecard card = new SampleLoans(LOANS.table(), one).card(ScorecardSettings.USUAL);
        double expected = Arrays.stream(card.scores(LOANS.table()))
                .map(card.scale()::probability)
                .sum();
        assertThat(expected).isCloseTo(1, within(0.5));
    }

    @Test
    void ranksNewRowsNearlyAsWellAsTheTruthCan() {
        SampleLoans others = SampleLoans.of(8_000, 2);
        double[] risk =
                Arrays.stream(CARD.scores(others.table())).map(score -> -score).toArray();
        assertThat(Ranking.of(risk, others.defaults()).auc()).isGreaterThan(0.74);
    }

    @Test
    void probabilitiesComeTrueOnTheRowsLearnedFrom() {
        double[] scores = CARD.scores(LOANS.table());
        double expected = Arrays.stream(scores).map(CARD.scale()::probability).sum();
        double happened = IntStream.range(0, scores.length)
                .filter(row -> LOANS.defaults()[row])
                .count();
        assertThat(expected).isCloseTo(happened, within(0.5));
    }

    @Test
    void aBinThatIsWorseAloneNeverHasMorePoints() {
        for (ScorecardTerm term : CARD.terms()) {
            assertThat(term.coefficient()).isPositive();
            assertThat(term.statistics().orElseThrow().pValue()).isLessThan(0.05);
            assertThat(term.statistics().orElseThrow().varianceInflation()).isBetween(1 - 1e-9, 5.0);
            List<MergedBin> bins = term.bins().bins();
            for (int i = 0; i < bins.size(); i++) {
                for (int j = 0; j < bins.size(); j++) {
                    if (bins.get(i).weightOfEvidence() > bins.get(j).weightOfEvidence()) {
                        assertThat(term.points().get(i))
                                .isLessThan(term.points().get(j));
                    }
                }
            }
        }
    }

    @Test
    void scoreIsTheSumOfTheTable() {
        Scorecard card = LOANS.card(ScorecardSettings.USUAL.withScale(ScoreScale.USUAL.inWholePoints()));
        Scorecard.Rows rows = card.open(LOANS.table());
        for (int row = 0; row < 200; row++) {
            List<MergedBin> bins = rows.bins(row);
            double sum = card.start();
            for (int term = 0; term < bins.size(); term++) {
                ScorecardTerm of = card.terms().get(term);
                sum += of.points().get(of.bins().bins().indexOf(bins.get(term)));
            }
            assertThat(rows.score(row)).isEqualTo(sum);
            assertThat(sum).isEqualTo(Math.rint(sum));
        }
    }

    @Test
    void aRowAloneScoresAsAmongOthers() {
        double[] together = CARD.scores(LOANS.table());
        double[] binned = IntStream.range(0, together.length)
                .mapToDouble(CARD.open(LOANS.binned())::score)
                .toArray();
        for (int row = 0; row < 300; row++) {
            double alone = CARD.scores(LOANS.table().select(new int[] {row}))[0];
            assertThat(alone).isEqualTo(together[row]).isEqualTo(binned[row]);
        }
    }

    @Test
    void equalRowsGiveAnEqualCard() {
        assertThat(ScorecardTable.of(LOANS.card(ScorecardSettings.USUAL))).isEqualTo(ScorecardTable.of(CARD));
    }

    @Test
    void reasonsNameTheGreatestLossFirst() {
        double[] scores = CARD.scores(LOANS.table());
        int worst = IntStream.range(0, scores.length)
                .boxed()
                .min(java.util.Comparator.comparingDouble(row -> scores[row]))
                .orElseThrow();
        List<ReasonCode> reasons = CARD.open(LOANS.table()).reasons(worst, Standard.AVERAGE, 3);
        assertThat(reasons).isNotEmpty();
        assertThat(reasons).isSortedAccordingTo((a, b) -> Double.compare(b.lost(), a.lost()));
        double lost = CARD.open(LOANS.table()).reasons(worst, Standard.BEST, 9).stream()
                .mapToDouble(ReasonCode::lost)
                .sum();
        double best = CARD.start()
                + CARD.terms().stream().mapToDouble(ScorecardTerm::mostPoints).sum();
        assertThat(lost).isCloseTo(best - scores[worst], within(1e-9));
    }

    @Test
    void reasonsAreSaidInBothLanguages() {
        ReasonCode reason = new ReasonCode("income", "[0, 3000)", false, -3, 12);
        ReasonCode unknown = new ReasonCode("income", "missing", true, -3, 7.25);
        assertThat(ReasonSentences.CHINESE.say(reason, Standard.AVERAGE, name -> "月收入"))
                .isEqualTo("「月收入」为 [0, 3000)，比平均少 12 分");
        assertThat(ReasonSentences.ENGLISH.say(unknown, Standard.BEST, name -> "Income"))
                .isEqualTo("Income is not known: 7.3 points fewer than the best");
    }

    @Test
    void theBinderHoldsEveryBinWithItsPoints() {
        ScorecardTable table = ScorecardTable.of(CARD);
        int bins = CARD.terms().stream().mapToInt(term -> term.points().size()).sum();
        assertThat(table.rows())
                .hasSize(bins + 1)
                .allMatch(row -> row.size() == table.heads().size());
        assertThat(table.csv().lines()).hasSize(bins + 2);
        assertThat(table.csv()).contains("999999,special,").contains("missing,missing,");
        assertThat(table.markdown()).startsWith("| column | bin |");
    }

    @Test
    void oneOutcomeIsRefused() {
        assertThatThrownBy(() -> ScorecardTrainer.train(
                        LOANS.binned(), new boolean[8_000], LOANS.weights(), ScorecardSettings.USUAL))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("SCR-1001");
    }

    @Test
    void columnsThatSayNothingLeaveTheAverage() {
        Table flat = Table.of(
                "flat",
                List.of(
                        NumericColumn.of("constant", new double[400]),
                        NumericColumn.of(
                                "nothing",
                                IntStream.range(0, 400)
                                        .mapToDouble(row -> Double.NaN)
                                        .toArray())));
        boolean[] outcomes = new boolean[400];
        Arrays.fill(outcomes, 0, 100, true);
        double[] weights = new double[400];
        Arrays.fill(weights, 1);
        Scorecard card = ScorecardTrainer.train(
                org.yinhang.core.binning.BinnedTable.fit(flat, 64), outcomes, weights, ScorecardSettings.USUAL);
        assertThat(card.terms()).isEmpty();
        assertThat(card.probability(card.scores(flat)[0]).value()).isCloseTo(0.25, within(1e-9));
    }

    @Property
    void scoreAndLogOddsAreTwoWaysToSayTheSame(
            @ForAll @DoubleRange(min = -12, max = 12) double logOdds, @ForAll Event event) {
        ScoreScale scale = ScoreScale.USUAL.forEvent(event);
        assertThat(scale.logOdds(scale.score(logOdds))).isCloseTo(logOdds, within(1e-9));
    }

    @Test
    void sixHundredPointsAreTwentyToOneAndTwentyMoreDoubleThem() {
        assertThat(ScoreScale.USUAL.probability(600)).isCloseTo(1 / 21.0, within(1e-12));
        assertThat(ScoreScale.USUAL.probability(620)).isCloseTo(1 / 41.0, within(1e-12));
        assertThat(ScoreScale.USUAL.forEvent(Event.WANTED).probability(580)).isCloseTo(10 / 11.0, within(1e-12));
    }

    @Test
    void bandsCountEveryRowOnceAndCutOffsReadFromTheTop() {
        double[] scores = CARD.scores(LOANS.table());
        List<ScoreBand> bands = ScoreBand.equal(scores, LOANS.defaults(), LOANS.weights(), 10);
        assertThat(bands.stream().mapToDouble(ScoreBand::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(bands.getFirst().shareAtOrAbove()).isCloseTo(1, within(1e-9));
        assertThat(bands.getFirst().rate()).isGreaterThan(bands.getLast().rate());
        double cut = ScoreBand.cutOff(bands, 0.15).orElseThrow();
        double accepted = 0;
        double bad = 0;
        for (int row = 0; row < scores.length; row++) {
            if (scores[row] >= cut) {
                accepted++;
                bad += LOANS.defaults()[row] ? 1 : 0;
            }
        }
        assertThat(bad / accepted).isLessThanOrEqualTo(0.15);
    }
}
