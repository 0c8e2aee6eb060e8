package org.yinhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelBenchTests {

    private static JsonNode run(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Bench.commandLine().setOut(new PrintWriter(out)).execute(arguments))
                .isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void oneAtATimeScoresToTheBitsOfTheBatch() {
        JsonNode report = run("score", "--json", "--customers", "3000");
        assertThat(report.get("ours").get("mismatches").asLong()).isZero();
        assertThat(report.get("ours").get("rowsPerSecond").asLong()).isPositive();
        assertThat(report.get("peers").get(0).get("name").asString()).isEqualTo("xgboost-inplace");
    }

    @Test
    void bothLearnersFindTheSameOdds() {
        JsonNode report = run("train", "--json", "--customers", "20000");
        double ours = report.get("ours").get("value").asDouble();
        assertThat(ours).isGreaterThan(0.7);
        assertThat(report.get("peers").get(0).get("value").asDouble()).isBetween(ours - 0.1, ours + 0.1);
    }
}
