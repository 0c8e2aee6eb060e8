package org.yinhang.model;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.yinhang.core.evaluation.ColumnNote;
import org.yinhang.core.progress.Progress;

/** The words of an evaluation in one language, on a terminal and in its report, and how it writes numbers. */
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

    /** What is odd about a column. */
    String of(ColumnNote note) {
        return switch (note.kind()) {
            case ALL_MISSING -> t("evaluation.note.missing", note.column());
            case CONSTANT -> t("evaluation.note.constant", note.column());
            case A_WORD_A_ROW -> t("evaluation.note.identifier", note.column(), count(note.distinct()));
        };
    }

    /** Progress whose steps are told in this language. */
    Progress told(Progress progress) {
        return (step, done, total) -> progress.report(step(step), done, total);
    }

    private String step(String step) {
        String file = "Reading ";
        if (step.startsWith(file)) {
            return t("told.step.reading", step.substring(file.length()));
        }
        return switch (step) {
            case "Training and scoring" -> t("told.step.training");
            case "Learning effects" -> t("told.step.effects");
            case "Assessing" -> t("told.step.assessing");
            default -> step;
        };
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
