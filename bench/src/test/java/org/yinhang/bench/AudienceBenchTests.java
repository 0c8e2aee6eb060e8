package org.yinhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AudienceBenchTests {

    @TempDir
    Path data;

    @Test
    void countsWhatDuckDbCounts() {
        StringWriter out = new StringWriter();
        int exit = Bench.commandLine()
                .setOut(new PrintWriter(out))
                .execute("audience", "--json", "--customers", "70000", "--data", data.toString());
        assertThat(exit).isZero();
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("settings").get("tagValues").asInt()).isGreaterThanOrEqualTo(500);
        assertThat(report.get("ours").get("mismatches").asLong()).isZero();
        assertThat(report.get("ours").get("p95Ms").asDouble()).isPositive();
        assertThat(report.get("peers").get(0).get("name").asString()).isEqualTo("duckdb-native");
        assertThat(data)
                .isDirectoryNotContaining(file -> file.getFileName().toString().matches("audience\\d+"));
    }
}
