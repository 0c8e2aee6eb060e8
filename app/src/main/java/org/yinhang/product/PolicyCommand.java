package org.yinhang.product;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the command line can do with policies. */
@Command(
        name = "policy",
        description = "Checks, tests and tries products and policies; brings tables to Excel and back.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PolicyCheckCommand.class,
            PolicyTestCommand.class,
            PolicyAssessCommand.class,
            PolicyExportCommand.class,
            PolicyImportCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  yinhang policy check",
            "  yinhang policy test samples/policy/cases.yaml",
            "  yinhang policy assess --product L101 --given age=35 --given income=1万",
            "  yinhang policy assess --customer 4711 --data data",
            "  yinhang policy export --table admission_bureau --out tables.xlsx",
            "  yinhang policy import tables.xlsx --out tables.yaml",
            "",
            "The files: docs/policy.md."
        })
public final class PolicyCommand {}
