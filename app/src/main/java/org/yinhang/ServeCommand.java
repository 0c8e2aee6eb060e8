package org.yinhang;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yinhang.launch.DatabaseAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts Yinhang for a bank's own work, on its own PostgreSQL where one is given. */
@Command(
        name = "serve",
        description = "Start the workbench for a bank's own work.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  yinhang serve --database-url jdbc:postgresql://db:5432/yinhang --database-user yinhang",
            "  yinhang serve --data /var/lib/yinhang --address 0.0.0.0    (its own PostgreSQL)",
            "",
            "The password is read from the environment variable YINHANG_DATABASE_PASSWORD, or asked for.",
            "The first start of an empty database prints the administrator's first password once."
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private DatabaseOptions databaseOptions = new DatabaseOptions();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DatabaseAddress database = databaseOptions.home().orElse(null);
        try (RunningYinhang running =
                RunningYinhang.start(RunningYinhang.Kind.SERVE, options, database, Map.of(), out)) {
            running.await();
        }
        return 0;
    }
}
