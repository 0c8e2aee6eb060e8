package org.yinhang.bench;

import java.io.PrintWriter;
import java.util.List;
import org.yinhang.core.fault.FaultException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks: one subcommand for each. */
@Command(
        name = "yinhang bench",
        description =
                "Measures Yinhang beside its peers. A missed target still exits 0: a benchmark reports, it does not judge.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  yinhang bench ingest --events 5000000 --json",
            "  yinhang bench tags --customers 10000000 --json",
            "  yinhang bench audience --customers 10000000 --json",
            "  yinhang bench score --customers 1000000 --json",
            "  yinhang bench train --customers 1000000 --json",
            "  yinhang bench plan --customers 1000000 --json",
            "  yinhang bench guards --customers 1000000 --json",
            "  yinhang bench decide --customers 20000 --json",
            "  yinhang bench funnel --events 100000000 --json",
            "  yinhang bench experiments --runs 1000 --json",
            "  yinhang bench wave --customers 1000000 --json",
            "  yinhang bench increments --seeds 100 --json",
            "  yinhang bench alerts --json"
        },
        subcommands = {
            IngestBench.class,
            TagsBench.class,
            AudienceBench.class,
            ScoreBench.class,
            TrainBench.class,
            PlanBench.class,
            GuardsBench.class,
            DecideBench.class,
            FunnelBench.class,
            ExperimentsBench.class,
            WaveBench.class,
            IncrementsBench.class,
            AlertsBench.class,
            CommandLine.HelpCommand.class
        })
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine all = new CommandLine(new Bench());
        List<String> examples = List.of(all.getCommandSpec().usageMessage().footer());
        all.getSubcommands().forEach((name, one) -> {
            List<String> own = examples.stream()
                    .filter(line -> line.contains(" bench %s ".formatted(name)))
                    .toList();
            one.getCommandSpec().usageMessage().footerHeading("%nExample:%n").footer(own.toArray(String[]::new));
        });
        return all.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler((problem, line, parsed) -> {
            PrintWriter errors = line.getErr();
            if (problem instanceof FaultException faults) {
                faults.faults().forEach(errors::println);
            } else {
                problem.printStackTrace(errors);
            }
            errors.flush();
            return 1;
        });
    }
}
