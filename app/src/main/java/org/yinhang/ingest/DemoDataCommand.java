package org.yinhang.ingest;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.DemoBankSettings;
import org.yinhang.demobank.Detail;
import org.yinhang.demobank.PersonalRows;
import org.yinhang.lake.Lake;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fills an empty lake with a simulated bank, without starting the workbench. */
@Command(
        name = "demo-data",
        description = "Write the data of a simulated bank into an empty lake.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  yinhang demo-data --customers 50000 --lake /tmp/bank/lake",
            "  yinhang demo-data --customers 10000000 --light --lake /tmp/bench/lake",
            "",
            "The known truth and the bank's own memory go beside the lake, into LAKE-bank."
        })
public final class DemoDataCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--customers",
            description = "How many customers (default: ${DEFAULT-VALUE}).",
            defaultValue = "50000")
    private int customers;

    @Option(
            names = "--seed",
            description = "Everything follows from it (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(names = "--lake", description = "Folder of the lake.", required = true, paramLabel = "DIR")
    private Path lake = Path.of("");

    @Option(
            names = "--business-date",
            description = "Last day of the 24 months of history (default: ${DEFAULT-VALUE}).",
            defaultValue = "2026-06-30",
            paramLabel = "DAY")
    private LocalDate businessDate = LocalDate.EPOCH;

    @Option(names = "--threads", description = "Processor threads (default: all).", defaultValue = "0")
    private int threads;

    @Option(
            names = "--light",
            description = "Customers, accounts, lines and ten transactions each; for benchmarks of size.")
    private boolean light;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path state = lake.resolveSibling(lake.getFileName() + "-bank");
        DemoBankSettings settings = DemoBankSettings.of(seed, customers, businessDate, state);
        settings = light ? settings.with(Detail.LIGHT) : settings;
        settings = threads > 0 ? settings.withThreads(threads) : settings;
        long start = System.nanoTime();
        Lake opened = Lake.open(lake, Clock.systemUTC());
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        DemoBank.generate(opened, settings, PersonalRows.NONE, progress);
        progress.finish();
        double seconds = (System.nanoTime() - start) / 1e9;
        opened.current().tables().values().stream()
                .filter(table -> table.rows() > 0)
                .sorted((a, b) -> a.schema().name().compareTo(b.schema().name()))
                .forEach(table -> out.printf("%-16s %,15d%n", table.schema().name(), table.rows()));
        out.printf(
                "模拟数据 simulated: %,d customers in %.1f s, %,.0f a minute%n",
                customers, seconds, customers / seconds * 60);
        out.flush();
        return 0;
    }
}
