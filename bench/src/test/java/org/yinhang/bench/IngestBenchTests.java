package org.yinhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestBenchTests {

    @TempDir
    Path data;

    private JsonNode run(String... more) {
        StringWriter out = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.of(
                                "ingest",
                                "--json",
                                "--events",
                                "5000",
                                "--customers",
                                "500",
                                "--data",
                                data.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        int exit = Bench.commandLine().setOut(new PrintWriter(out)).execute(arguments);
        assertThat(exit).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void printsOneObjectWithOursPeersAndTheirRatio() {
        JsonNode report = run();
        assertThat(report.get("bench").asString()).isEqualTo("ingest");
        assertThat(report.get("machine").asString()).contains("cores");
        assertThat(report.get("ours").get("lost").asLong()).isZero();
        assertThat(report.get("ours").get("seconds").asDouble()).isPositive();
        assertThat(report.get("peers").get(0).get("name").asString()).isEqualTo("duckdb-copy");
        assertThat(report.get("ratio").asDouble()).isPositive();
    }

    @Test
    void leavesThePeersOutWhenAsked() {
        JsonNode report = run("--peer", "none");
        assertThat(report.get("peers")).isEmpty();
        assertThat(report.has("ratio")).isFalse();
    }
}
