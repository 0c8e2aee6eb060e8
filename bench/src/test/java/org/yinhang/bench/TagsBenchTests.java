package org.yinhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TagsBenchTests {

    @TempDir
    Path data;

    @Test
    void findsNoValueThatDiffersFromTheEnginesOwn() {
        StringWriter out = new StringWriter();
        int exit = Bench.commandLine()
                .setOut(new PrintWriter(out))
                .execute("tags", "--json", "--customers", "3000", "--data", data.toString());
        assertThat(exit).isZero();
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("settings").get("tags").asInt()).isGreaterThan(100);
        assertThat(report.get("settings").get("tagsWithFacts").asInt()).isGreaterThan(60);
        assertThat(report.get("ours").get("mismatches").asLong()).isZero();
        assertThat(report.get("peers").get(0).get("name").asString()).isEqualTo("duckdb-bucketed");
        assertThat(report.get("ratio").asDouble()).isPositive();
    }
}
