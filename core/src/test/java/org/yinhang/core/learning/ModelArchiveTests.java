package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yinhang.core.archive.Archive;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.OneRow;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

class ModelArchiveTests {

    private static final int ROWS = 1_500;

    private static Table customers() {
        Random random = new Random(5);
        double[] age = new double[ROWS];
        double[] days = new double[ROWS];
        List<String> job = new ArrayList<>();
        double[] bought = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            age[row] = random.nextInt(9) == 0 ? Double.NaN : 18 + random.nextInt(60);
            days[row] = random.nextInt(3) == 0 ? 999 : random.nextInt(25);
            job.add("job " + random.nextInt(40));
            double odds = -1
                    + (age[row] > 50 ? 1 : 0)
                    + (days[row] == 999 ? -1 : 0.5)
                    + (job.get(row).length() - 5);
            bought[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
        }
        return Table.of(
                "customers",
                List.of(
                        NumericColumn.of("age", age),
                        NumericColumn.of("days", days),
                        CategoryColumn.of("job", job),
                        NumericColumn.of("bought", bought)));
    }

    @ParameterizedTest
    @CsvSource({"AUTO, false", "AUTO, true", "BOOSTED, true", "GLASSBOX, false", "LOGISTIC, false", "SCORECARD, false"})
    void aModelReadBackScoresToTheSameBitsAloneAndAmongOthers(ModelKind kind, boolean inTime) {
        Table customers = customers();
        TrainingSettings settings =
                inTime ? TrainingSettings.inTime(kind, 200, 1) : TrainingSettings.unordered(kind, 1);
        holds(
                ResponseTrainer.train(customers, Target.parse("bought=1"), List.of(), settings, Progress.SILENT),
                customers);
    }

    @Test
    void aModelWithCurvesDrawnAnewDoesSoToo() {
        Table customers = customers();
        ResponseModel model = ResponseTrainer.train(
                customers,
                Target.parse("bought=1"),
                List.of(),
                TrainingSettings.unordered(ModelKind.GLASSBOX, 1),
                Progress.SILENT);
        ResponseModel drawn = model.redrawn(List.of(
                new CurveEdit("age", 3, 6, CurveEdit.Action.FLATTEN, 0),
                new CurveEdit("days", 0, 1, CurveEdit.Action.SET, 0.75)));
        assertThat(drawn.probabilities(customers)).isNotEqualTo(model.probabilities(customers));
        assertThat(drawn.choice()).endsWith("Drawn anew by a person: age, days.");
        holds(drawn, customers);
    }

    private static void holds(ResponseModel model, Table customers) {
        byte[] bytes = Archive.write(model);
        ResponseModel read = Archive.read(bytes, ResponseModel.class, "model");
        Predictions before = model.score(customers);
        Predictions after = read.score(customers);
        assertThat(after.probabilities()).isEqualTo(before.probabilities());
        assertThat(after.columns()).isEqualTo(before.columns());
        for (int row = 0; row < 50; row++) {
            for (int column = 0; column < before.columns().size(); column++) {
                assertThat(after.contribution(row, column)).isEqualTo(before.contribution(row, column));
            }
        }
        OneRow one = new OneRow(customers.columnNames());
        ResponseModel.OneByOne single = read.open(one);
        for (int row = 0; row < 200; row++) {
            for (Column column : customers.columns()) {
                int at = one.position(column.name());
                switch (column) {
                    case NumericColumn numbers -> one.set(at, numbers.value(row));
                    case CategoryColumn words -> one.set(at, words.text(row));
                }
            }
            assertThat(single.score()).isEqualTo(before.probabilities()[row]);
            assertThat((float) single.contribution(1)).isEqualTo((float) before.contribution(row, 1));
        }
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(read.choice()).isEqualTo(model.choice());
        assertThat(Archive.write(read)).isEqualTo(bytes);
    }
}
