package org.yinhang.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of a stand-alone report in one language, and how it writes numbers. */
final class ReportTexts {

    private final ResourceBundle words;
    private final String language;

    private ReportTexts(ResourceBundle words, String language) {
        this.words = words;
        this.language = language;
    }

    /**
     * Texts by the value of {@code --lang}.
     *
     * @throws org.yinhang.core.fault.FaultException MOD-1001 when it is neither zh nor en
     */
    static ReportTexts of(String lang) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        return switch (lang) {
            case "zh" -> new ReportTexts(ResourceBundle.getBundle("messages.evaluation", Locale.ROOT, exact), "zh-CN");
            case "en" -> new ReportTexts(ResourceBundle.getBundle("messages.evaluation", Locale.ENGLISH, exact), "en");
            default -> throw TableOptions.wrongOption("--lang", lang, "Write zh or en.");
        };
    }

    /** The tag of the language, such as {@code zh-CN}. */
    String language() {
        return language;
    }

    /** The text of a key, its blanks filled in. */
    String t(String key, Object... blanks) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(blanks);
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : "–";
    }

    static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "–";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
