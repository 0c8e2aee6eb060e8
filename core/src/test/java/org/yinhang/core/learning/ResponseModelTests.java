package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResponseModelTests {

    private static final Target YES = new Target("y", "yes");

    private final Table history = DriftingCampaign.of(2_000, 7);
    private final ResponseModel model = train();

    private ResponseModel train() {
        return ResponseTrainer.train(
                history, YES, List.of(), TrainingSettings.inTime(ModelKind.AUTO, 250, 7), Progress.SILENT);
    }

    @Test
    void scoresARowAloneAsAmongOthersBitForBit() {
        Table rows = DriftingCampaign.of(200, 8);
        Predictions batch = model.score(rows);
        for (int row = 0; row < 200; row += 7) {
            Predictions single = model.score(rows.select(new int[] {row}));
            assertThat(single.probabilities()[0]).isEqualTo(batch.probabilities()[row]);
            for (int column = 0; column < batch.columns().size(); column++) {
                assertThat(single.contribution(0, column)).isEqualTo(batch.contribution(row, column));
            }
        }
        assertThat(model.probabilities(rows)).containsExactly(batch.probabilities());
    }

    @Test
    void aModelIsMadeAgainFromItsProvenance() {
        ResponseModel again = train();
        Table rows = DriftingCampaign.of(300, 9);
        assertThat(again.provenance()).isEqualTo(model.provenance());
        assertThat(again.probabilities(rows)).containsExactly(model.probabilities(rows));
        assertThat(model.provenance().features()).containsExactly("job", "balance", "days", "town");
        assertThat(model.provenance().dataHash()).hasSize(64);
    }

    @Test
    void creditsInfluenceToTheColumnThatHasIt() {
        Table rows = DriftingCampaign.of(400, 10);
        Predictions predictions = model.score(rows);
        int job = predictions.columns().indexOf("job");
        double students = 0;
        double others = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.column("job").text(row).equals("student")) {
                students = Math.max(students, predictions.contribution(row, job));
            } else {
                others = Math.max(others, predictions.contribution(row, job));
            }
        }
        assertThat(students).isGreaterThan(0.5).isGreaterThan(others);
        assertThat(predictions.columns()).contains(ResponseModel.RECENT_OUTCOMES);
    }

    @Test
    void contributionsAddUpToTheLogOdds() {
        ResponseModel plain = ResponseTrainer.train(
                history, YES, List.of(), TrainingSettings.inTime(ModelKind.LOGISTIC, 1_000, 7), Progress.SILENT);
        Table rows = DriftingCampaign.of(50, 11);
        Predictions predictions = plain.score(rows);
        double previous = Double.NaN;
        for (int row = 0; row < rows.size(); row++) {
            double sum = predictions.baseline();
            for (int column = 0; column < predictions.columns().size(); column++) {
                sum += predictions.contribution(row, column);
            }
            double probability = predictions.probability(row).value();
            double gap = Math.log(probability / (1 - probability)) - sum;
            assertThat(gap).isCloseTo(row == 0 ? gap : previous, within(1e-4));
            previous = gap;
        }
    }

    @Test
    void saysWhichColumnARowLacks() {
        Table rows = DriftingCampaign.of(10, 12).without(List.of("balance"));
        assertThatThrownBy(() -> model.score(rows))
                .hasMessageContaining("LRN-1003")
                .hasMessageContaining("'balance'");
    }

    @Test
    void scoresWordsAndTypesItHasNeverSeen() {
        Table rows = Table.of(
                "new",
                List.of(
                        org.yinhang.core.table.CategoryColumn.of("job", List.of("pilot")),
                        org.yinhang.core.table.CategoryColumn.of("balance", List.of("not known")),
                        org.yinhang.core.table.NumericColumn.of("days", Double.NaN),
                        org.yinhang.core.table.NumericColumn.of("town", 7)));
        assertThat(model.score(rows).probability(0).value()).isBetween(0.001, 0.999);
    }
}
