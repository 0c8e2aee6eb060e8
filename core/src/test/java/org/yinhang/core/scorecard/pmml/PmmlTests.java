package org.yinhang.core.scorecard.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yinhang.core.binning.BinnedTable;
import org.yinhang.core.binning.Bins;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.GlassBox;
import org.yinhang.core.glassbox.GlassBoxSettings;
import org.yinhang.core.glassbox.GlassBoxTrainer;
import org.yinhang.core.glassbox.Loss;
import org.yinhang.core.scorecard.ReasonCode;
import org.yinhang.core.scorecard.ScoreScale;
import org.yinhang.core.scorecard.Scorecard;
import org.yinhang.core.scorecard.ScorecardSettings;
import org.yinhang.core.scorecard.ScorecardTable;
import org.yinhang.core.scorecard.ScorecardTrainer;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/** JPMML-Evaluator is the second opinion: an engine that shares no code with ours. */
class PmmlTests {

    /** Jobs with the marks that XML and PMML arrays have to escape. */
    private static final List<String> JOBS = List.of("teacher", "self \"made\"", "R&D <lab>", "back\\slash", "客户 经理");

    /** Rows with missing and special numbers, missing and rare words. */
    private static Table rows(int count, long seed) {
        Random random = new Random(seed);
        double[] income = new double[count];
        double[] days = new double[count];
        List<@Nullable String> job = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            income[row] = random.nextInt(10) == 0 ? Double.NaN : Math.rint(3_000 * Math.exp(random.nextGaussian())) / 8;
            days[row] = random.nextInt(6) == 0 ? 999 : random.nextInt(30);
            int position = random.nextInt(JOBS.size() + 1);
            job.add(
                    random.nextInt(60) == 0
                            ? "rare " + random.nextInt(40)
                            : position < JOBS.size() ? JOBS.get(position) : null);
        }
        return Table.of(
                "rows",
                List.of(
                        NumericColumn.of("income", income),
                        NumericColumn.of("days", days),
                        CategoryColumn.of("job", job)));
    }

    private static Scorecard card(ScoreScale scale) {
        Table table = rows(4_000, 1);
        Random random = new Random(2);
        boolean[] outcomes = new boolean[table.size()];
        for (int row = 0; row < outcomes.length; row++) {
            double logOdds = -0.5
                    + (table.column("income").isMissing(row) ? 1 : 0)
                    - ((NumericColumn) table.column("days")).value(row) / 500
                    + (((NumericColumn) table.column("income")).value(row) > 500 ? -0.8 : 0.4)
                    + JOBS.indexOf(table.column("job").text(row)) * 0.4;
            outcomes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        double[] weights = new double[outcomes.length];
        Arrays.fill(weights, 1);
        return ScorecardTrainer.train(
                BinnedTable.fit(table, 64), outcomes, weights, ScorecardSettings.USUAL.withScale(scale));
    }

    private static Evaluator evaluator(String document) throws Exception {
        return new LoadingModelEvaluatorBuilder()
                .load(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static Map<String, ?> evaluate(Evaluator evaluator, Table table, int row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Column column : table.columns()) {
            values.put(
                    column.name(),
                    column.isMissing(row)
                            ? null
                            : column instanceof NumericColumn numbers ? (Object) numbers.value(row) : column.text(row));
        }
        return EvaluatorUtil.decodeAll(evaluator.evaluate(values));
    }

    @Test
    void anotherEngineComesToTheSameProbabilitiesOfAGlassBox() throws Exception {
        Table table = rows(2_000, 1);
        Random random = new Random(4);
        double[] targets = new double[table.size()];
        double[] weights = new double[table.size()];
        Arrays.fill(weights, 1);
        for (int row = 0; row < targets.length; row++) {
            boolean isRich = ((NumericColumn) table.column("income")).value(row) > 500;
            boolean isNew = ((NumericColumn) table.column("days")).value(row) > 10;
            double logOdds = (isRich == isNew ? 1.5 : -1.5)
                    + JOBS.indexOf(table.column("job").text(row)) * 0.4;
            targets[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        BinnedTable bins = BinnedTable.fit(table, 32);
        GlassBox box = GlassBoxTrainer.train(
                bins, targets, weights, GlassBoxSettings.forRows(table.size(), Loss.LOGISTIC, 1, 1));
        assertThat(box.pairs()).isNotEmpty();
        Evaluator evaluator = evaluator(GlassBoxPmml.write(box, 0.9, -0.1, "box"));
        evaluator.verify();
        Table others = rows(300, 3);
        List<Bins.RowBins> bound =
                box.bins().stream().map(one -> one.bind(others)).toList();
        for (int row = 0; row < others.size(); row++) {
            int at = row;
            double logOdds =
                    box.score(bound.stream().mapToInt(one -> one.at(at)).toArray(), 0);
            assertThat((Double) evaluate(evaluator, others, row).get("probability"))
                    .isCloseTo(1 / (1 + Math.exp(-(0.9 * logOdds - 0.1))), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherEngineComesToTheSameScoresProbabilitiesAndReasons(ScoreScale.Event event) throws Exception {
        Scorecard card = card(ScoreScale.USUAL.forEvent(event));
        assertThat(card.terms()).hasSize(3);
        Evaluator evaluator = evaluator(PmmlWriter.write(card, "sample"));
        evaluator.verify();
        Table others = rows(1_000, 3);
        double[] scores = card.scores(others);
        Scorecard.Rows opened = card.open(others);
        for (int row = 0; row < others.size(); row++) {
            Map<String, ?> result = evaluate(evaluator, others, row);
            assertThat((Double) result.get("score")).isCloseTo(scores[row], within(1e-12));
            assertThat((Double) result.get("probability"))
                    .isCloseTo(card.probability(scores[row]).value(), within(1e-12));
            List<ReasonCode> reasons = opened.reasons(row, ReasonCode.Standard.AVERAGE, 1);
            if (!reasons.isEmpty()) {
                assertThat(result.get("reason1")).isEqualTo(reasons.getFirst().column());
            }
        }
    }

    @Test
    void aCardReadBackIsTheCardThatWasWritten() {
        Scorecard card = card(ScoreScale.USUAL.inWholePoints());
        String document = PmmlWriter.write(card, "sample");
        Scorecard again = PmmlReader.read(document, "sample.pmml");
        Table others = rows(1_000, 4);
        assertThat(again.scores(others)).containsExactly(card.scores(others));
        assertThat(ScorecardTable.of(again)).isEqualTo(ScorecardTable.of(card));
        assertThat(again.scale()).isEqualTo(card.scale());
        assertThat(PmmlWriter.write(again, "sample")).isEqualTo(document);
    }

    @Test
    void whatIsNoCardOfOursIsRefusedByName() {
        assertThatThrownBy(() -> PmmlReader.read("<PMML><Scorecard/></PMML>", "foreign.pmml"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("SCR-1002")
                .hasMessageContaining("'base'")
                .hasMessageContaining("foreign.pmml");
        assertThatThrownBy(() -> PmmlReader.read("no xml", "foreign.pmml")).hasMessageContaining("not well-formed");
    }

    @Test
    void nothingOutsideTheDocumentIsLookedUp() {
        String trick = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><PMML>&e;</PMML>";
        assertThatThrownBy(() -> PmmlReader.read(trick, "trick.pmml")).hasMessageContaining("SCR-1002");
    }
}
