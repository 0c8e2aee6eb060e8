package org.yinhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchHelpTests {

    @Test
    void everyBenchmarkShowsHowItIsRun() {
        Map<String, CommandLine> benchmarks = Bench.commandLine().getSubcommands();
        assertThat(benchmarks).hasSizeGreaterThan(12);
        benchmarks.forEach((name, benchmark) -> {
            if (!name.equals("help")) {
                assertThat(benchmark.getUsageMessage()).contains("Example:", "yinhang bench " + name + " ");
            }
        });
    }
}
