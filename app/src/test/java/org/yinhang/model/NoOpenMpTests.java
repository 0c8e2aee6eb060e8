package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.testing.YinhangProcess;

/** Real commands on a machine whose loader finds no OpenMP runtime: an empty file of its name comes first on the path. */
class NoOpenMpTests {

    @TempDir
    private Path folder = Path.of("");

    private Path table = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("lib")).resolve("libgomp.so.1"));
        table = Files.writeString(
                folder.resolve("t.csv"),
                IntStream.range(0, 300)
                        .mapToObj(
                                row -> "%d,%d%n".formatted(row * 7919 % 101, row * 7919 % 101 + row % 40 > 70 ? 1 : 0))
                        .collect(Collectors.joining("", "age,y\n", "")));
    }

    private YinhangProcess yinhang(String... arguments) {
        return YinhangProcess.start(
                folder, Map.of("LD_LIBRARY_PATH", folder.resolve("lib").toString()), arguments);
    }

    private YinhangProcess evaluate(String model) {
        return yinhang("evaluate", "--table=" + table, "--target=y=1", "--split=kfold:2:0", "--model=" + model);
    }

    @Test
    void boostedTreesAreReportedMissingWithTheCommandThatInstallsThem() throws Exception {
        try (YinhangProcess boosted = evaluate("boosted")) {
            assertThat(boosted.ended()).isEqualTo(1);
            assertThat(boosted.output())
                    .contains("LRN-1002", "apt-get install libgomp1")
                    .doesNotContain("NativeLibLoader", "Exception", "RUN-1000");
        }
    }

    @Test
    void theOtherModelsAnswerAndAutoSaysWhatIsMissing() throws Exception {
        try (YinhangProcess scorecard = evaluate("scorecard");
                YinhangProcess auto = evaluate("auto")) {
            assertThat(scorecard.ended()).as(scorecard::output).isZero();
            assertThat(scorecard.output()).contains("AUC").doesNotContain("LRN-1002");
            assertThat(auto.ended()).as(auto::output).isZero();
            assertThat(auto.output())
                    .contains("AUC", "LRN-1002：XGBoost 在本机加载不了", "apt-get install libgomp1")
                    .doesNotContain("NativeLibLoader");
        }
    }

    @Test
    void aContactPlanIsMadeAllTheSame() throws Exception {
        try (YinhangProcess plan = yinhang(
                "plan",
                "--data=../samples/minimal",
                "--campaign=../samples/minimal/campaign.yaml",
                "--out=" + folder.resolve("out"))) {
            assertThat(plan.ended()).as(plan::output).isZero();
            assertThat(plan.output()).contains("LRN-1002", "plan.xlsx");
            assertThat(folder.resolve("out/plan.csv")).isNotEmptyFile();
        }
    }
}
