package org.yinhang;

import java.io.PrintWriter;
import java.util.Locale;
import org.yinhang.audience.AudienceCommand;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.FullDisk;
import org.yinhang.decision.PlanCommand;
import org.yinhang.decision.outreach.OutreachCommand;
import org.yinhang.decision.rehearsal.RehearseCommand;
import org.yinhang.ingest.DemoDataCommand;
import org.yinhang.insight.AlertsCommand;
import org.yinhang.insight.DashboardCommand;
import org.yinhang.insight.ExperimentCommand;
import org.yinhang.insight.FunnelCommand;
import org.yinhang.insight.IncrementsCommand;
import org.yinhang.insight.ReturnsCommand;
import org.yinhang.insight.VintageCommand;
import org.yinhang.model.EvaluateCommand;
import org.yinhang.model.ModelsCommand;
import org.yinhang.model.ScoreCommand;
import org.yinhang.model.ScorecardCommand;
import org.yinhang.product.PolicyCommand;
import org.yinhang.tag.TagsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The one command line of Yinhang; each module contributes its commands here. */
@Command(
        name = "yinhang",
        description =
                "Precision marketing of retail credit: from a bank's raw files to a lawful, explained contact plan.",
        mixinStandardHelpOptions = true,
        version = "yinhang 0.1.0",
        subcommands = {
            PlanCommand.class,
            OutreachCommand.class,
            RehearseCommand.class,
            LoadCommand.class,
            DemoDataCommand.class,
            TagsCommand.class,
            AudienceCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            ScorecardCommand.class,
            ScoreCommand.class,
            PolicyCommand.class,
            DashboardCommand.class,
            FunnelCommand.class,
            ExperimentCommand.class,
            IncrementsCommand.class,
            ReturnsCommand.class,
            VintageCommand.class,
            AlertsCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            ReplayCommand.class,
            KeysCommand.class,
            WorkerCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Yinhang {

    private Yinhang() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with its faults told in words: exit code 1 for a fault, 2 for a wrong option. */
    static CommandLine commandLine() {
        return commandLine(CommandHelp.language());
    }

    /** The command line as it speaks in a language. */
    static CommandLine commandLine(Locale language) {
        return CommandHelp.in(language, new CommandLine(new Yinhang()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Yinhang::tell);
    }

    private static int tell(Exception problem, CommandLine line, ParseResult parsed) {
        PrintWriter errors = line.getErr();
        if (problem instanceof FaultException faults) {
            for (Fault fault : faults.faults()) {
                errors.println(fault);
            }
        } else if (FullDisk.isBehind(problem)) {
            errors.println(FullDisk.fault());
        } else {
            errors.println("RUN-1000: " + problem + " This is a bug in Yinhang; please report it with these lines:");
            problem.printStackTrace(errors);
        }
        errors.flush();
        return 1;
    }
}
