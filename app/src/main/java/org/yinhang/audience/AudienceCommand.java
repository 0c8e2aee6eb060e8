package org.yinhang.audience;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the command line can do with audiences. */
@Command(
        name = "audience",
        description = "Counts the customers a predicate means, and writes their numbers to a file.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AudienceCountCommand.class,
            AudienceExportCommand.class,
            LookAlikeCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  yinhang audience count \"granted_unused and has(circles, 'car_owner')\" --data data",
            "  yinhang audience export \"monthly_income >= 2万\" --out customers.csv --sample 500 --reason pilot",
            "  yinhang audience export mortgage --out pilot.csv --sample 500 --by life_cycle_stage --as-of 2026-06-01 --reason pilot",
            "  yinhang audience look-alike \"past_good_borrower\" --top 1000 --out alike.csv --reason pilot",
            "",
            "The language: docs/predicates.md. Only customers who may be approached are counted.",
            "Every list is on record with its --reason; the application takes it into its audit."
        })
public final class AudienceCommand {}
