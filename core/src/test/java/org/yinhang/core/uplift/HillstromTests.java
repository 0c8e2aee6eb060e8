package org.yinhang.core.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.evaluation.Split;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CsvFormat;
import org.yinhang.core.table.CsvReader;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/** K. Hillstrom's public e-mail test of 2008: a real trial, whose effect is small. */
class HillstromTests {

    @Test
    void theThirdMostMovedByAnEmailIsMovedMoreThanEverybody() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(parent -> parent.resolve("shared/data/hillstrom/hillstrom.csv.gz"))
                .filter(Files::exists)
                .findFirst();
        assumeThat(found)
                .as("../shared/data/hillstrom/hillstrom.csv.gz, see the README for where it is published")
                .isPresent();
        Table table = CsvReader.read(found.orElseThrow(), CsvFormat.DETECTED, Progress.SILENT);
        UpliftReport report = UpliftBacktest.run(
                table,
                new Target("visit", "1"),
                new Treatments(
                        List.of(new Target("segment", "Womens E-Mail")),
                        Optional.of(new Target("segment", "No E-Mail"))),
                List.of("conversion", "spend"),
                Split.parse("kfold:5:0"),
                UpliftSettings.byLot(UpliftKind.T, ModelKind.LOGISTIC, 7),
                Progress.SILENT);
        UpliftEvaluation evaluation = report.evaluation(1, UpliftEvaluation.USUAL_SHARE);
        assertThat(report.leftOut()).isEqualTo(21_307);
        // Rates of 3,238 of 21,387 and 2,262 of 21,306 customers, counted in the file.
        assertThat(evaluation.ate().value())
                .isEqualTo(3_238 / 21_387.0 - 2_262 / 21_306.0, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(evaluation.upliftAt().value()).isGreaterThan(0.066);
        assertThat(evaluation.qini().interval().low()).isGreaterThan(0.003);
        assertThat(evaluation.placebo().pValue()).isLessThan(0.01);
        assertThat(evaluation.balance().isDoubtful()).isFalse();
    }
}
