package org.yinhang.tag;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the command line can do with tags. */
@Command(
        name = "tags",
        description = "Computes tags from the lake, and lists them.",
        mixinStandardHelpOptions = true,
        subcommands = {TagsRunCommand.class, TagsListCommand.class, CommandLine.HelpCommand.class},
        footer = {"", "Examples:", "  yinhang tags run --data data", "  yinhang tags list --category credit"})
public final class TagsCommand {}
