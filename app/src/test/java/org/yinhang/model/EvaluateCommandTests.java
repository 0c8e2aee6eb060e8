package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        return evaluateTable(table, more);
    }

    private static String evaluateTable(Path table, String... more) {
        String[] arguments = concat(new String[] {"--table", table.toString(), "--split", "kfold:3:0"}, more);
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
        assertThat(evaluate("--target", "y=yes", "--model", "logistic", "--lang", "en"))
                .contains("AUC", "Better half", "600 rows no model had seen", "logistic");
        String chinese = evaluate("--target", "y=yes", "--model", "logistic", "--value", "100", "--cost", "20");
        assertThat(chinese)
                .contains("模型没有学过的 600 行", "前一半含成功", "利润", "模型由什么组成")
                .doesNotContain("Better half", "Table", "rows");
        assertThat(chinese.lines().filter(line -> line.startsWith("AUC ") || line.startsWith("校准 ")))
                .as("the figures stand below each other, whatever the script of their names")
                .allSatisfy(
                        line -> assertThat(line.replaceAll("\\p{IsHan}", "**")).matches(".{15}\\d\\.\\d{4}.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "boosted", "glassbox", "logistic", "scorecard"})
    void whatTheModelsAreMadeOfIsToldInTheSameLanguage(String model) throws IOException {
        String chinese = madeOf(evaluate("--target", "y=yes", "--model", model));
        assertThat(chinese)
                .contains("100%".repeat(model.equals("auto") ? 0 : 1), "。")
                .doesNotContain(", ", ". ");
        assertThat(chinese.replaceAll("AUC|Platt|nat|AIC|BIC|(?<=\\d)E(?=-)", ""))
                .doesNotContainPattern("[A-Za-z]");
        assertThat(madeOf(evaluate("--target", "y=yes", "--model", model, "--lang", "en")))
                .as("nothing is lost or added in between")
                .matches("[\\x00-\\x7F×]+")
                .satisfies(
                        english -> assertThat(numbers(english)).containsExactlyInAnyOrderElementsOf(numbers(chinese)));
    }

    private static String madeOf(String told) {
        return told.substring(told.indexOf(" × ") - 1);
    }

    private static List<String> numbers(String words) {
        return Pattern.compile("\\d+(\\.\\d+)?")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void saysHowSureItIsAndWhatIsOdd() throws IOException {
        JsonNode answer = JsonMapper.shared()
                .readTree(evaluate(
                        "--target",
                        "y=yes",
                        "--model",
                        "logistic",
                        "--compare",
                        "logistic",
                        "--protected",
                        "job",
                        "--value",
                        "100",
                        "--cost",
                        "20.50",
                        "--json"));
        double auc = answer.get("auc").asDouble();
        assertThat(answer.get("aucLow").asDouble()).isLessThan(auc);
        assertThat(answer.get("aucHigh").asDouble()).isGreaterThan(auc);
        assertThat(answer.get("gini").asDouble()).isEqualTo(2 * auc - 1, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(answer.propertyNames()).contains("logLoss", "ksLow", "aliftHigh", "calibrationSlope");
        assertThat(answer.get("suspects")).isEmpty();
        assertThat(answer.get("compare").get("pValue").asDouble()).isEqualTo(1);
        assertThat(answer.get("fairness").get(0).get("groups")).hasSize(2);
        assertThat(answer.get("profit").get("cost").asDouble()).isEqualTo(20.5);
        assertThat(answer.get("stability")).hasSize(3);
    }

    @Test
    void namesALeakAndColumnsThatTeachNothing() throws IOException {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("age;closed;one;none;id;y\n");
        for (int i = 0; i < 400; i++) {
            boolean yes = random.nextInt(4) == 0;
            rows.append("%d;%s;5;;k%d;%s%n".formatted(random.nextInt(60), yes ? "signed" : "open", i, yes ? 1 : 0));
        }
        Path table = Files.writeString(folder.resolve("leak.csv"), rows);
        Path report = folder.resolve("new/report.html");
        String text = evaluateTable(
                table, "--target", "y=1", "--model", "logistic", "--report", report.toString(), "--lang", "en");
        assertThat(text)
                .contains("“closed” alone has an AUC of 1.000", "“one” has the same value", "“none” has no value")
                .contains("“id” has 400 different words");
        assertThat(Files.readString(report))
                .contains("<html lang=\"en\">", "“closed” alone has an AUC of 1.000", "ROC", "Columns one by one")
                .doesNotContain("<script", "src=", "href=");
        evaluateTable(table, "--target", "y=1", "--model", "logistic", "--report", report.toString());
        assertThat(Files.readString(report)).contains("<html lang=\"zh-CN\">", "“closed”单独就有 1.000 的 AUC");
    }

    private Path trial() throws IOException {
        Random random = new Random(4);
        StringBuilder rows = new StringBuilder("need,age,group,later,y\n");
        for (int i = 0; i < 3_000; i++) {
            double need = random.nextDouble();
            String group = List.of("call", "letter", "none").get(random.nextInt(3));
            double chance = 0.2 + (group.equals("call") ? 0.4 * need : 0);
            rows.append("%.3f,%d,%s,%d,%d%n"
                    .formatted(
                            need,
                            20 + random.nextInt(50),
                            group,
                            random.nextInt(2),
                            random.nextDouble() < chance ? 1 : 0));
        }
        return Files.writeString(folder.resolve("trial.csv"), rows);
    }

    @Test
    void judgesLearnersOfWhatAnApproachChanges() throws IOException {
        String[] options = {
            "--target",
            "y=1",
            "--treatment",
            "group=call",
            "--control",
            "group=none",
            "--exclude",
            "later",
            "--model",
            "logistic",
            "--uplift-model",
            "x",
            "--compare",
            "t:logistic"
        };
        JsonNode answer = JsonMapper.shared().readTree(evaluateTable(trial(), concat(options, "--json")));
        assertThat(answer.get("leftOut").asInt()).isBetween(900, 1_100);
        assertThat(answer.get("rows").asInt() + answer.get("leftOut").asInt()).isEqualTo(3_000);
        assertThat(answer.get("treated").asInt() + answer.get("control").asInt())
                .isEqualTo(answer.get("scored").asInt());
        for (String figure : List.of("ate", "uplift30", "qini", "auuc")) {
            assertThat(answer.get(figure).asDouble())
                    .as(figure)
                    .isBetween(
                            answer.get(figure + "Low").asDouble(),
                            answer.get(figure + "High").asDouble());
        }
        assertThat(answer.get("uplift30").asDouble())
                .isGreaterThan(answer.get("ate").asDouble());
        assertThat(answer.get("learner").asString()).isEqualTo("x");
        assertThat(answer.get("placebo").get("pValue").asDouble()).isLessThan(0.05);
        assertThat(answer.get("compare").propertyNames()).contains("qini", "qiniDifferenceLow");
        assertThat(answer.toString()).doesNotContain("later");

        Path report = folder.resolve("uplift.html");
        assertThat(evaluateTable(trial(), concat(options, "--report", report.toString())))
                .contains("前 30% 的增益", "安慰剂", "两组相似", "x · 逻辑回归。从未触达者看：岭回归")
                .doesNotContain("Placebo", " on ", "regression");
        assertThat(evaluateTable(trial(), concat(options, "--lang", "en")))
                .contains("Uplift at 30 %", "Placebo", "the groups are alike", "x on logistic");
        assertThat(Files.readString(report)).contains("前 30% 的增益", "分组是否随机").doesNotContain("<script");
    }

    @Test
    void severalTreatmentsShareOneControlGroup() throws IOException {
        String[] options = {
            "--target",
            "y=1",
            "--treatment",
            "group=call",
            "--treatment",
            "group=letter",
            "--model",
            "logistic",
            "--uplift-model",
            "t"
        };
        JsonNode answer = JsonMapper.shared().readTree(evaluateTable(trial(), concat(options, "--json")));
        assertThat(answer.get("leftOut").asInt()).isZero();
        assertThat(answer.get("treatments")).hasSize(2);
        assertThat(answer.get("best").get("shares")).hasSize(3);
        Path report = folder.resolve("both.html");
        evaluateTable(trial(), concat(options, "--report", report.toString(), "--lang", "en"));
        assertThat(Files.readString(report)).contains("group=letter", "The best for each");
    }

    @Test
    void refusesWhatDoesNotGoWithATreatment() {
        for (String[] wrong : new String[][] {
            {"--treatment", "a=1", "--top", "5"},
            {"--treatment", "a=1", "--protected", "a"},
            {"--treatment", "a=1", "--propensity", "guess"},
            {"--control", "a=1"}
        }) {
            assertThatThrownBy(() -> call(concat(wrong, "--target", "y=1")))
                    .as(String.join(" ", wrong))
                    .hasMessageContaining("MOD-1001");
        }
        assertThatThrownBy(() -> call("--target", "y=1", "--treatment", "a=9")).hasMessageContaining("UPL-1001");
    }

    @Test
    void refusesHalfOfAProfitAndUnknownLanguages() {
        for (String[] wrong : new String[][] {
            {"--value", "3"}, {"--value", "3", "--cost", "-1"}, {"--value", "3", "--cost", "0.001"}, {"--lang", "fr"}
        }) {
            assertThatThrownBy(() -> call(concat(wrong, "--target", "y=yes")))
                    .as(String.join(" ", wrong))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("MOD-1001");
        }
        assertThatThrownBy(() -> call("--target", "y=1", "--protected", "sex")).hasMessageContaining("TAB-1004");
    }

    /** Runs the command so that its fault arrives here. */
    private void call(String... arguments) throws IOException {
        Path table = Files.writeString(folder.resolve("small.csv"), "a,y\n1,1\n2,0\n3,1\n4,0\n");
        EvaluateCommand command = new EvaluateCommand();
        new CommandLine(command).parseArgs(concat(arguments, "--table", table.toString()));
        command.call();
    }

    private static String[] concat(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Test
    void refusesWhatItCannotDoWithACode() {
        CommandLine line = new CommandLine(new EvaluateCommand())
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    throw problem;
                });
        assertThatThrownBy(() -> call("--target", "y=1", "--model", "oracle"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("LRN-1001");
        assertThat(line.execute("--table", "x.csv")).isEqualTo(2);
    }
}
