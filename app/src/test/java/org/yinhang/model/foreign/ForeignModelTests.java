package org.yinhang.model.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.learning.TrainingSettings;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardSettings;
import org.yinhang.core.scorecard.ScorecardTrainer;
import org.yinhang.core.scorecard.pmml.GlassBoxPmml;
import org.yinhang.core.scorecard.pmml.PmmlWriter;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

class ForeignModelTests {

    private static final String DICTIONARY = """
            <DataDictionary>
              <DataField name="income" optype="continuous" dataType="double"/>
              <DataField name="job" optype="categorical" dataType="string"/>
              <DataField name="y" optype="categorical" dataType="string"/>
            </DataDictionary>
            """;

    private static final String SCHEMA = """
            <MiningSchema>
              <MiningField name="income"/>
              <MiningField name="job"/>
              <MiningField name="y" usageType="target"/>
            </MiningSchema>
            """;

    @TempDir
    private Path folder = Path.of(".");

    private ForeignModel pmml(String model) throws IOException {
        Path file = folder.resolve("model.pmml");
        Files.writeString(
                file,
                "<PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'><Header/>" + DICTIONARY + model + "</PMML>");
        return ForeignModel.open(file);
    }

    private static Table rows() {
        return Table.of(
                "rows",
                List.of(
                        NumericColumn.of("income", 1_000, 5_000, Double.NaN),
                        CategoryColumn.of("job", Arrays.asList("clerk", "student", null))));
    }

    @Test
    void aCardOfOursScoresAsItDoesAtHome() throws IOException {
        Random random = new Random(1);
        double[] income = new double[3_000];
        List<@Nullable String> job = new ArrayList<>();
        boolean[] outcomes = new boolean[income.length];
        for (int row = 0; row < income.length; row++) {
            income[row] =
                    random.nextInt(9) == 0 ? Double.NaN : random.nextInt(7) == 0 ? 999_999 : random.nextInt(9_000);
            job.add(random.nextInt(8) == 0 ? null : random.nextBoolean() ? "clerk" : "self \"made\"");
            outcomes[row] = random.nextDouble() < (income[row] < 3_000 ? 0.5 : 0.2) + (job.get(row) == null ? 0.2 : 0);
        }
        Table table = Table.of("rows", List.of(NumericColumn.of("income", income), CategoryColumn.of("job", job)));
        double[] weights = new double[income.length];
        Arrays.fill(weights, 1);
        Scorecard card = ScorecardTrainer.train(BinnedTable.fit(table, 64), outcomes, weights, ScorecardSettings.USUAL);
        Path file = folder.resolve("card.pmml");
        Files.writeString(file, PmmlWriter.write(card, "card"));
        try (ForeignModel model = ForeignModel.open(file)) {
            assertThat(model.scores(table)).containsExactly(card.scores(table));
        }
    }

    @Test
    void aGlassBoxOfOursGivesTheSameProbabilitiesToTheLastBit() throws IOException {
        Random random = new Random(3);
        double[] income = new double[2_000];
        double[] age = new double[income.length];
        List<@Nullable String> job = new ArrayList<>();
        double[] bought = new double[income.length];
        for (int row = 0; row < income.length; row++) {
            income[row] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(7) == 0 ? 4_000 : random.nextInt(9_000);
            age[row] = 18 + random.nextInt(60);
            job.add(
                    random.nextInt(8) == 0
                            ? null
                            : List.of("clerk", "self \"made\"", "nurse").get(random.nextInt(3)));
            double odds = -1 + (income[row] == 4_000 ? 1 : 0) + (age[row] > 45 == income[row] > 5_000 ? 2 : -1);
            bought[row] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
        }
        List<Column> columns = List.of(
                NumericColumn.of("income", income), NumericColumn.of("age", age), CategoryColumn.of("job", job));
        List<Column> learned = new ArrayList<>(columns);
        learned.add(NumericColumn.of("bought", bought));
        ResponseModel model = ResponseTrainer.train(
                Table.of("rows", learned),
                Target.parse("bought=1"),
                List.of(),
                TrainingSettings.unordered(ModelKind.GLASSBOX, 1),
                Progress.SILENT);
        ResponseModel.Formula formula = model.formula().orElseThrow();
        assertThat(formula.box().pairs()).as("what age and income do together").isNotEmpty();
        Path file = folder.resolve("box.pmml");
        Files.writeString(file, GlassBoxPmml.write(formula.box(), formula.slope(), formula.intercept(), "box"));
        job.set(0, "unheard of");
        income[1] = -1e9;
        income[2] = 1e9;
        Table table = Table.of(
                "rows",
                List.of(
                        NumericColumn.of("income", income),
                        NumericColumn.of("age", age),
                        CategoryColumn.of("job", job)));
        try (ForeignModel foreign = ForeignModel.open(file)) {
            assertThat(foreign.scores(table)).containsExactly(model.probabilities(table));
        }
    }

    @Test
    void aLogisticRegressionGivesTheProbabilityOfItsFirstOutcome() throws IOException {
        try (ForeignModel model =
                pmml("<RegressionModel functionName='classification' normalizationMethod='logit'>" + SCHEMA + """
                <RegressionTable intercept="-1" targetCategory="bad">
                  <NumericPredictor name="income" coefficient="0.0002"/>
                  <CategoricalPredictor name="job" value="student" coefficient="0.5"/>
                </RegressionTable>
                <RegressionTable intercept="0" targetCategory="good"/>
                </RegressionModel>
                """)) {
            double[] scores = model.scores(rows());
            assertThat(scores[0]).isCloseTo(1 / (1 + Math.exp(0.8)), within(1e-12));
            assertThat(scores[1]).isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-12));
            assertThat(scores[2]).isNaN();
        }
    }

    @Test
    void treesAreWalkedAndAveraged() throws IOException {
        String tree = "<TreeModel functionName='regression' missingValueStrategy='defaultChild'>" + SCHEMA + """
                <Node id="0" defaultChild="2"><True/>
                  <Node id="1" score="10"><SimplePredicate field="income" operator="lessThan" value="2000"/></Node>
                  <Node id="2" score="20"><SimplePredicate field="income" operator="greaterOrEqual" value="2000"/></Node>
                </Node></TreeModel>
                """;
        String other = "<TreeModel functionName='regression'>" + SCHEMA + """
                <Node score="0"><True/>
                  <Node score="4"><SimpleSetPredicate field="job" booleanOperator="isIn">
                    <Array type="string" n="2">clerk "old clerk"</Array></SimpleSetPredicate></Node>
                  <Node score="6"><True/></Node>
                </Node></TreeModel>
                """;
        try (ForeignModel model = pmml("<MiningModel functionName='regression'>" + SCHEMA
                + "<Segmentation multipleModelMethod='average'><Segment><True/>" + tree + "</Segment><Segment><True/>"
                + other + "</Segment></Segmentation></MiningModel>")) {
            assertThat(model.scores(rows())).containsExactly(7, 13, 13);
        }
    }

    @Test
    void everyMissingFieldIsNamed() throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, OnnxFile.logistic("age, debt", 0, 1, 1));
        try (ForeignModel model = ForeignModel.open(file)) {
            assertThatThrownBy(() -> model.scores(rows()))
                    .isInstanceOfSatisfying(FaultException.class, fault -> assertThat(fault.faults().stream()
                                    .map(each -> each.code() + " " + each.what())
                                    .collect(Collectors.joining("\n")))
                            .contains("FOR-1002")
                            .contains("'age'")
                            .contains("'debt'"));
        }
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        assertThatThrownBy(() -> pmml("<NeuralNetwork/>")).hasMessageContaining("NeuralNetwork");
        assertThatThrownBy(() -> pmml("<TreeModel functionName='regression' missingValueStrategy='aggregateNodes'>"
                        + SCHEMA + "<Node score='1'><True/></Node></TreeModel>"))
                .hasMessageContaining("aggregateNodes");
        assertThatThrownBy(() -> pmml("<RegressionModel functionName='regression'>" + SCHEMA
                        + "<LocalTransformations><DerivedField name='x'/></LocalTransformations>"
                        + "<RegressionTable intercept='1'/></RegressionModel>"))
                .hasMessageContaining("DerivedField");
        assertThatThrownBy(() -> ForeignModel.open(folder.resolve("model.pickle")))
                .hasMessageContaining(".pickle");
        assertThatThrownBy(() -> ForeignModel.open(folder.resolve("nowhere.pmml")))
                .hasMessageContaining("FOR-1001");
    }

    @Test
    void anOnnxFileScoresByTheNamesInItsMetadata() throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, OnnxFile.logistic("debt, income", -1, 2, 0.0005f));
        double[] income = new Random(3).doubles(40_000, 0, 9_000).toArray();
        double[] debt = new Random(4).doubles(40_000, 0, 1).toArray();
        debt[7] = Double.NaN;
        Table table = Table.of("rows", List.of(NumericColumn.of("income", income), NumericColumn.of("debt", debt)));
        try (ForeignModel model = ForeignModel.open(file)) {
            double[] scores = model.scores(table);
            for (int row = 0; row < scores.length; row++) {
                double expected = 1 / (1 + Math.exp(1 - 2 * debt[row] - 0.0005 * income[row]));
                if (Double.isNaN(expected)) {
                    assertThat(scores[row]).isNaN();
                } else {
                    assertThat(scores[row]).isCloseTo(expected, within(1e-5));
                }
            }
            assertThat(model.scores(table.select(new int[] {39_999}))[0]).isEqualTo(scores[39_999]);
        }
    }

    @Test
    void anOnnxFileThatDoesNotNameItsColumnsIsRefused() throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, OnnxFile.logistic("", 0, 1, 1));
        assertThatThrownBy(() -> ForeignModel.open(file)).hasMessageContaining("fields");
        Files.writeString(file, "no model");
        assertThatThrownBy(() -> ForeignModel.open(file)).hasMessageContaining("FOR-1001");
    }
}
