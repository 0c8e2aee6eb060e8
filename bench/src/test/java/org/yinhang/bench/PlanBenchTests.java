package org.yinhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanBenchTests {

    private static JsonNode run(String... arguments) {
        StringWriter out = new StringWriter();
        int exit = Bench.commandLine().setOut(new PrintWriter(out)).execute(arguments);
        assertThat(exit).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void plansAtLeastAsWellAsALinearSolverToTheSameTolerance() {
        JsonNode report = run("plan", "--json", "--customers", "2000");
        JsonNode ours = report.get("ours");
        assertThat(ours.get("lost").asInt()).isZero();
        assertThat(ours.get("gap").asDouble()).isLessThan(0.002);
        JsonNode peer = report.get("peers").get(0);
        assertThat(peer.get("name").asString()).isEqualTo("ortools-pdlp");
        assertThat(ours.get("value").asDouble()).isGreaterThan(peer.get("value").asDouble() * (1 - 0.002));
    }

    @Test
    void measuresOursAloneWithoutPeers() {
        JsonNode report = run("plan", "--json", "--customers", "70000", "--peer", "none");
        assertThat(report.get("ours").get("gap").asDouble()).isLessThan(PlanBench.TOLERANCE);
        assertThat(report.get("ours").get("replanGap").asDouble()).isLessThan(PlanBench.TOLERANCE);
        assertThat(report.has("ratio")).isFalse();
    }
}
