package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScorecardLearnerTests {

    private static final Target YES = new Target("y", "yes");

    private final Table history = DriftingCampaign.of(2_000, 7);
    private final Table rows = DriftingCampaign.of(200, 8);
    private final ResponseModel model = train();

    private ResponseModel train() {
        return ResponseTrainer.train(
                history, YES, List.of(), TrainingSettings.unordered(ModelKind.SCORECARD, 7), Progress.SILENT);
    }

    @Test
    void scoresARowAloneAsAmongOthersBitForBit() {
        Predictions batch = model.score(rows);
        for (int row = 0; row < 200; row += 7) {
            Predictions single = model.score(rows.select(new int[] {row}));
            assertThat(single.probabilities()[0]).isEqualTo(batch.probabilities()[row]);
        }
    }

    @Test
    void contributionsAndBaselineAreTheLogOddsOfTheCard() {
        Scorecard card = model.scorecard().orElseThrow();
        double[] scores = card.scores(rows);
        Predictions predictions = model.score(rows);
        for (int row = 0; row < rows.size(); row++) {
            double sum = predictions.baseline();
            for (int column = 0; column < predictions.columns().size(); column++) {
                sum += predictions.contribution(row, column);
            }
            assertThat(sum).isCloseTo(card.scale().logOdds(scores[row]), within(1e-5));
        }
    }

    @Test
    void aModelIsMadeAgainFromItsProvenance() {
        ResponseModel again = train();
        assertThat(again.provenance()).isEqualTo(model.provenance());
        assertThat(again.probabilities(rows)).containsExactly(model.probabilities(rows));
    }

    @Test
    void isJudgedByEverySplit() {
        for (String split : List.of("kfold:3:0", "time:0.7", "rolling:1200:200")) {
            BacktestReport report = Backtest.run(
                    history, YES, List.of(), Split.parse(split), ModelKind.SCORECARD, Map.of(), 100, Progress.SILENT);
            assertThat(report.evaluation().auc()).as(split).isGreaterThan(0.6);
            assertThat(report.choices()).as(split).allMatch(choice -> choice.startsWith("scorecard"));
        }
    }
}
