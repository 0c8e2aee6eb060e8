package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTests {

    @TempDir
    private Path folder = Path.of(".");

    private String evaluate(String... more) throws IOException {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("age;job;y\n");
        for (int i = 0; i < 600; i++) {
            int age = 20 + random.nextInt(40);
            boolean yes = random.nextInt(60) < age - 10;
            rows.append("%d;%s;%s%n".formatted(age, i % 3 == 0 ? "clerk" : "farmer", yes ? "yes" : "no"));
        }
        Path table = Files.writeString(folder.resolve("t.csv"), rows);
        String[] arguments = new String[more.length + 4];
        arguments[0] = "--table";
        arguments[1] = table.toString();
        arguments[2] = "--split";
        arguments[3] = "kfold:3:0";
        System.arraycopy(more, 0, arguments, 4, more.length);
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    throw problem;
                });
        assertThat(line.execute(arguments)).isZero();
        return out.toString();
    }

    @Test
    void printsOneJsonObjectWithEveryFigure() throws IOException {
        JsonNode answer = JsonMapper.shared()
                .readTree(evaluate("--target", "y=yes", "--model", "logistic", "--top", "50", "--json"));
        assertThat(answer.propertyNames())
                .contains(
                        "rows",
                        "scored",
                        "positives",
                        "model",
                        "auc",
                        "aucWithin",
                        "ks",
                        "alift",
                        "topHalfShare",
                        "brier",
                        "calibrationError",
                        "foundInTop",
                        "fitSeconds",
                        "rowsPerSecond",
                        "chosen");
        assertThat(answer.get("scored").asInt()).isEqualTo(600);
        assertThat(answer.get("auc").asDouble()).isBetween(0.6, 0.9);
        assertThat(answer.get("foundInTop").asInt()).isBetween(20, 50);
    }

    @Test
    void tellsAPersonInWords() throws IOException {
        assertThat(evaluate("--target", "y=yes", "--model", "logistic"))
                .contains("AUC", "Better half", "600 rows no model had seen", "logistic");
    }

    @Test
    void refusesWhatItCannotDoWithACode() {
        CommandLine line = new CommandLine(new EvaluateCommand())
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    throw problem;
                });
        assertThatThrownBy(() -> {
                    EvaluateCommand command = new EvaluateCommand();
                    new CommandLine(command)
                            .parseArgs(
                                    "--table",
                                    folder.resolve("none.csv").toString(),
                                    "--target",
                                    "y=1",
                                    "--model",
                                    "glassbox");
                    command.call();
                })
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("LRN-1001");
        assertThat(line.execute("--table", "x.csv")).isEqualTo(2);
    }
}
