package org.yinhang;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command line of Yinhang; each module contributes its commands here. */
@Command(
        name = "yinhang",
        description =
                "Precision marketing of retail credit: from a bank's raw files to a lawful, explained contact plan.",
        mixinStandardHelpOptions = true,
        version = "yinhang 0.1.0",
        subcommands = {CommandLine.HelpCommand.class})
public final class Yinhang {

    private Yinhang() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Yinhang()).execute(arguments));
    }
}
