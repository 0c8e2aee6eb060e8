package org.yinhang;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What the commands say of themselves: in Chinese where the reader's system is, and with an example each. */
final class CommandHelp {

    /** The language to speak instead of the system's: {@code zh} or {@code en}. */
    static final String LANGUAGE = "YINHANG_LANG";

    private static final String WORDS = "org.yinhang.help";

    /** Wide enough for examples to be copied in one piece. */
    private static final int WIDTH = 110;

    private CommandHelp() {}

    /** The language of who sits at this terminal. */
    static Locale language() {
        String wanted = System.getenv(LANGUAGE);
        return wanted == null || wanted.isBlank() ? Locale.getDefault() : Locale.forLanguageTag(wanted);
    }

    /** Gives all commands their words and examples. */
    static CommandLine in(Locale language, CommandLine all) {
        examples(all);
        all.setUsageHelpWidth(WIDTH);
        if (language.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            all.setResourceBundle(ResourceBundle.getBundle(
                    WORDS,
                    Locale.CHINESE,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
        return all;
    }

    /** A command without examples of its own shows those of it that the command above has, before what else it says. */
    private static void examples(CommandLine above) {
        List<String> known = List.of(above.getCommandSpec().usageMessage().footer());
        above.getSubcommands().forEach((name, one) -> {
            String typed = "  " + one.getCommandSpec().qualifiedName();
            UsageMessageSpec usage = one.getCommandSpec().usageMessage();
            List<String> own = List.of(usage.footer());
            List<String> lent =
                    known.stream().filter(line -> isExampleOf(typed, line)).toList();
            if (!lent.isEmpty() && own.stream().noneMatch(line -> isExampleOf(typed, line))) {
                usage.footerHeading("%nExamples:%n")
                        .footer(Stream.of(lent, own).flatMap(List::stream).toArray(String[]::new));
            }
            examples(one);
        });
    }

    private static boolean isExampleOf(String typed, String line) {
        return line.equals(typed) || line.startsWith(typed + " ");
    }
}
