package org.yinhang.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

class BacktestTests {

    private static final Target YES = new Target("y", "yes");

    private static BacktestReport run(Table table, String split) {
        return Backtest.run(table, YES, List.of(), Split.parse(split), ModelKind.AUTO, Map.of(), 100, Progress.SILENT);
    }

    /** The same table with the outcomes of some last rows dealt out anew. */
    private static Table withOutcomesDealtAnew(Table table, int from) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            words.add(table.column("y").text(row));
        }
        Collections.shuffle(words.subList(from, words.size()), new Random(5));
        List<Column> columns = new ArrayList<>(table.without(List.of("y")).columns());
        columns.add(CategoryColumn.of("y", words));
        return Table.of("campaign", columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolling:1800:300", "time:0.875"})
    void noOutcomeInsideTheLastStepInformsAScoreInIt(String split) {
        Table table = DriftingCampaign.of(2_400, 1);
        int lastStep = 2_100;
        Table dealt = withOutcomesDealtAnew(table, lastStep);
        assertThat(YES.matches(dealt)).isNotEqualTo(YES.matches(table));
        assertThat(run(dealt, split).probabilities())
                .containsExactly(run(table, split).probabilities());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolling:1500:500", "kfold:3:0"})
    void theSameRunGivesTheSameBits(String split) {
        Table table = DriftingCampaign.of(2_500, 2);
        BacktestReport report = run(table, split);
        assertThat(run(table, split).probabilities()).containsExactly(report.probabilities());
        assertThat(report.evaluation().auc()).isBetween(0.65, 0.95);
        assertThat(report.evaluation().aucWithin()).isGreaterThan(0.62);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boosted", "logistic"})
    void everyFamilyLearns(String kind) {
        BacktestReport report = Backtest.run(
                DriftingCampaign.of(3_000, 3),
                YES,
                List.of("town"),
                Split.parse("time:0.7"),
                ModelKind.named(kind),
                Map.of(),
                100,
                Progress.SILENT);
        assertThat(report.evaluation().scored()).isEqualTo(900);
        assertThat(report.evaluation().auc()).isGreaterThan(0.62);
    }
}
