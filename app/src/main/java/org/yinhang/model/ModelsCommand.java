package org.yinhang.model;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the command line can do with declared models. */
@Command(
        name = "models",
        description = "Trains the declared models from the lake, and tells what they are worth.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ModelsTrainCommand.class,
            ModelsBringCommand.class,
            ModelsListCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  yinhang models train --data data",
            "  yinhang models train post_loan --json",
            "  yinhang models bring post_loan --model card.pmml --data data",
            "  yinhang models list --data data"
        })
public final class ModelsCommand {}
