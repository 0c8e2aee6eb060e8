package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yinhang.core.archive.Archive;
import org.yinhang.core.evaluation.Ranking;
import org.yinhang.core.learning.ModelFile.Use;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.scorecard.pmml.PmmlWriter;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.OneRow;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

class ModelFileTests {

    private static final int ROWS = 1_200;
    private static final Target TARGET = Target.parse("bought=1");
    private static final Use AS_IT_IS = new Use(false, false);
    private static final TrainingSettings SETTINGS = TrainingSettings.unordered(ModelKind.BOOSTED, 1);

    private static final String REGRESSION = """
            <PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'><Header/>
              <DataDictionary>
                <DataField name="income" optype="continuous" dataType="double"/>
                <DataField name="job" optype="categorical" dataType="string"/>
              </DataDictionary>
              <RegressionModel functionName="regression" normalizationMethod="%s">
                <MiningSchema>
                  <MiningField name="income" missingValueReplacement="4000"/>
                  <MiningField name="job"/>
                </MiningSchema>
                <RegressionTable intercept="%s">
                  <NumericPredictor name="income" coefficient="%s"/>
                  <CategoricalPredictor name="job" value="nurse" coefficient="%s"/>
                </RegressionTable>
              </RegressionModel>
            </PMML>
            """;

    private final double[] income = new double[ROWS];
    private final List<@Nullable String> job = new ArrayList<>();
    private final boolean[] outcomes = new boolean[ROWS];

    ModelFileTests() {
        Random random = new Random(5);
        for (int row = 0; row < ROWS; row++) {
            income[row] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(9_000) / 10.0 + 1_000;
            job.add(random.nextInt(8) == 0 ? null : random.nextBoolean() ? "clerk" : "nurse");
            double odds = -1.2 + (income[row] > 1_500 ? 1 : 0) + ("nurse".equals(job.get(row)) ? 1 : 0);
            outcomes[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds));
        }
    }

    private Table rows() {
        return Table.of("rows", List.of(NumericColumn.of("income", income), CategoryColumn.of("job", job)));
    }

    private ResponseModel trained(ModelKind kind) {
        List<Column> columns = new ArrayList<>(rows().columns());
        columns.add(NumericColumn.of(
                "bought",
                IntStream.range(0, ROWS)
                        .mapToDouble(row -> outcomes[row] ? 1 : 0)
                        .toArray()));
        return ResponseTrainer.train(
                Table.of("rows", columns), TARGET, List.of(), TrainingSettings.unordered(kind, 1), Progress.SILENT);
    }

    private ResponseModel brought(String name, String document, Use use) {
        return new ModelFile(name, document.getBytes(StandardCharsets.UTF_8))
                .over(rows(), outcomes, TARGET, use, SETTINGS);
    }

    @Test
    void treesComeBackAsTheyLeft() {
        ResponseModel left = trained(ModelKind.BOOSTED);
        ResponseModel back = brought("trees.json", left.boosters().getFirst(), AS_IT_IS);
        assertThat(back.probabilities(rows())).containsExactly(left.probabilities(rows()));
        Predictions theirs = left.score(rows());
        Predictions ours = back.score(rows());
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < ours.columns().size(); column++) {
                assertThat(ours.contribution(row, column)).isCloseTo(theirs.contribution(row, column), within(1e-5));
            }
        }
        assertThat(back.provenance().learners()).containsExactly("brought trees (trees.json) 100%");
    }

    @Test
    void treesOfOthersReadColumnsAndWordsByTheNamesOfTheirFeatures() {
        String document = trained(ModelKind.BOOSTED).boosters().getFirst();
        String others = document.replaceAll("\"attributes\":\\{[^}]*}", "\"attributes\":{}");
        assertThat(others).contains("\"income\"", "\"job=");
        ResponseModel back = brought("theirs.json", others, new Use(false, true));
        assertThat(back.columns()).containsExactlyInAnyOrder("income", "job");
        assertThat(Ranking.of(back.probabilities(rows()), outcomes).auc()).isGreaterThan(0.65);
        assertThatThrownBy(() -> brought("theirs.json", others.replace("\"income\"", "\"wage\""), AS_IT_IS))
                .hasMessageContaining("FOR-1002")
                .hasMessageContaining("wage");
    }

    @Test
    void aCardOfOursIsACardAgain() {
        ResponseModel left = trained(ModelKind.SCORECARD);
        ResponseModel back =
                brought("card.pmml", PmmlWriter.write(left.scorecard().orElseThrow(), "card"), AS_IT_IS);
        assertThat(back.scorecard()).isPresent();
        assertThat(back.scorecard().orElseThrow().scores(rows()))
                .containsExactly(left.scorecard().orElseThrow().scores(rows()));
        assertThat(back.columns()).containsExactlyInAnyOrder("income", "job");
    }

    @Test
    void aModelOfOthersGivesItsProbabilitiesWithReasonsAloneAndAmongOthersAndAfterItWasKept() {
        ResponseModel model = brought("theirs.pmml", REGRESSION.formatted("logit", "-3", "0.002", "0.5"), AS_IT_IS);
        Table rows = rows();
        Predictions predictions = model.score(rows);
        double median = Arrays.stream(income)
                .filter(Double::isFinite)
                .sorted()
                .toArray()[(int) Arrays.stream(income).filter(Double::isFinite).count() / 2];
        boolean nurse = job.stream().filter("nurse"::equals).count()
                > job.stream().filter("clerk"::equals).count();
        OneRow one = new OneRow(List.of("job", "income"));
        ResponseModel.OneByOne alone = model.open(one);
        ResponseModel kept = Archive.read(Archive.write(model), ResponseModel.class, "kept");
        double[] again = kept.probabilities(rows);
        for (int row = 0; row < ROWS; row++) {
            double earned = Double.isNaN(income[row]) ? 4_000 : income[row];
            boolean isNurse = "nurse".equals(job.get(row));
            double logOdds = -3 + 0.002 * earned + (isNurse ? 0.5 : 0);
            assertThat(predictions.probabilities()[row]).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
            assertThat(predictions.contribution(row, 0)).isCloseTo(0.002 * (earned - median), within(1e-5));
            assertThat(predictions.contribution(row, 1))
                    .isCloseTo(0.5 * ((isNurse ? 1 : 0) - (nurse ? 1 : 0)), within(1e-5));
            one.clear();
            one.set(1, income[row]);
            one.set(0, job.get(row));
            assertThat(alone.score()).isEqualTo(predictions.probabilities()[row]);
            assertThat((float) alone.contribution(0)).isEqualTo((float) predictions.contribution(row, 0));
            assertThat(again[row]).isEqualTo(predictions.probabilities()[row]);
        }
    }

    @Test
    void pointsBecomeProbabilitiesOfTheRowsTheyAreBroughtInOn() {
        ResponseModel model =
                brought("points.pmml", REGRESSION.formatted("none", "600", "-0.05", "-25"), new Use(true, false));
        double[] probabilities = model.probabilities(rows());
        double rate = IntStream.range(0, ROWS).filter(row -> outcomes[row]).count() / (double) ROWS;
        assertThat(Arrays.stream(probabilities).average().orElseThrow()).isCloseTo(rate, within(0.01));
        assertThat(Ranking.of(probabilities, outcomes).auc()).isGreaterThan(0.6);
    }

    @Test
    void whatCannotBeReadIsRefusedByName() {
        assertThatThrownBy(() -> brought("model.docx", "", AS_IT_IS)).hasMessageContaining("FOR-1001");
        assertThatThrownBy(() -> brought("model.json", "[]", AS_IT_IS)).hasMessageContaining("FOR-1001");
        assertThatThrownBy(() -> brought("model.json", "{\"learner\":{}}", AS_IT_IS))
                .hasMessageContaining("FOR-1001");
        assertThatThrownBy(() -> brought("model.pmml", "<PMML", AS_IT_IS)).hasMessageContaining("FOR-1001");
        String document = REGRESSION.formatted("logit", "-3", "0.002", "0.5");
        assertThatThrownBy(() -> brought("model.pmml", document.replace("income", "wage"), AS_IT_IS))
                .hasMessageContaining("FOR-1002")
                .hasMessageContaining("wage");
        assertThatThrownBy(() -> brought(
                        "model.pmml",
                        document.replace("\"categorical\" dataType=\"string\"", "\"continuous\" dataType=\"double\""),
                        AS_IT_IS))
                .hasMessageContaining("FOR-1004")
                .hasMessageContaining("job");
        String trees = trained(ModelKind.BOOSTED).boosters().getFirst();
        assertThatThrownBy(() -> brought("model.json", trees.replace("binary:logistic", "reg:squarederror"), AS_IT_IS))
                .hasMessageContaining("FOR-1001")
                .hasMessageContaining("reg:squarederror");
        assertThatThrownBy(() -> brought(
                        "model.json",
                        trees.replaceFirst("\"left_children\":\\[\\d+", "\"left_children\":[0"),
                        AS_IT_IS))
                .hasMessageContaining("FOR-1001");
        assertThatThrownBy(() -> brought("model.json", trees.replace("\"income\"", "\"wage\""), AS_IT_IS))
                .hasMessageContaining("FOR-1001")
                .hasMessageContaining("does not fit");
    }
}
