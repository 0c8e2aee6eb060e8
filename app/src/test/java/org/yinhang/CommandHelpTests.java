package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandHelpTests {

    private static CommandLine in(Locale language) {
        return Yinhang.commandLine(language);
    }

    /** Every command a person may type, those of groups too. */
    private static Stream<CommandLine> commands(CommandLine above) {
        return above.getSubcommands().values().stream()
                .filter(one -> !one.getCommandSpec().usageMessage().hidden())
                .filter(one -> !one.getCommandName().equals("help"))
                .flatMap(one -> Stream.concat(Stream.of(one), commands(one)));
    }

    @Test
    void everyCommandHasAnExampleThatNamesIt() {
        List<String> without = commands(in(Locale.ENGLISH))
                .map(CommandLine::getCommandSpec)
                .filter(spec -> Arrays.stream(spec.usageMessage().footer())
                        .noneMatch(line -> line.startsWith("  " + spec.qualifiedName())))
                .map(CommandSpec::qualifiedName)
                .toList();
        assertThat(without).isEmpty();
    }

    @Test
    void everyCommandAndOptionIsExplainedInChinese() {
        List<String> foreign = new ArrayList<>();
        commands(in(Locale.SIMPLIFIED_CHINESE)).map(CommandLine::getCommandSpec).forEach(spec -> {
            check(spec, "", spec.usageMessage().description(), foreign);
            spec.options().forEach(option -> check(spec, option.longestName(), option.description(), foreign));
            spec.positionalParameters().forEach(given -> check(spec, given.paramLabel(), given.description(), foreign));
        });
        assertThat(foreign).isEmpty();
    }

    private static void check(CommandSpec spec, String what, String[] description, List<String> foreign) {
        boolean isChinese = String.join("", description)
                .codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
        boolean isListOfNames = Arrays.stream(description).allMatch(line -> line.startsWith("auto、"));
        if (!isChinese && !isListOfNames) {
            foreign.add(spec.qualifiedName() + " " + what);
        }
    }

    @Test
    void elsewhereHelpIsEnglishAndExamplesStayInOnePiece() {
        String help = commands(in(Locale.ENGLISH))
                .filter(one -> one.getCommandName().equals("plan"))
                .map(CommandLine::getUsageMessage)
                .findFirst()
                .orElseThrow();
        assertThat(help)
                .contains("Turn a bank's raw files")
                .contains(
                        "yinhang plan --data bank_marketing --campaign samples/uci-bank-marketing/campaign.yaml --out");
    }
}
