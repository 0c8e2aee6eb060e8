package org.yinhang;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.access.DemoStaff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts Yinhang with its own PostgreSQL and a simulated bank, to look around in. */
@Command(
        name = "demo",
        description = "Start the workbench with its own PostgreSQL and a simulated bank.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  yinhang demo                      open http://127.0.0.1:8080",
            "  yinhang demo --port 0 --data /tmp/bank --customers 5000",
            "",
            "Stop it with Ctrl-C; the next start goes on where this one ended."
        })
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "Customers of the bank a new data folder is filled with, 0 for none (default: 50000).")
    private @Nullable Integer customers;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> bank =
                customers == null ? Map.of() : Map.of("yinhang.demo-bank.customers", customers.toString());
        try (RunningYinhang running = RunningYinhang.start(RunningYinhang.Kind.DEMO, options, null, bank, out)) {
            out.println();
            out.println("Everything in this bank is simulated. Sign in as one of:");
            for (DemoStaff person : DemoStaff.values()) {
                out.printf("  %-12s password %s   %s%n", person.userName(), DemoStaff.PASSWORD, person.inWords());
            }
            out.flush();
            running.followJobs(out);
            running.await();
        }
        return 0;
    }
}
