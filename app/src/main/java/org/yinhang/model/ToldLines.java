package org.yinhang.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.evaluation.Interval;

/** Lines for a terminal, each a name and what is said of it, in columns whichever script they are written in. */
final class ToldLines {

    private static final int NAME_WIDTH = 15;
    private static final int NUMBER_WIDTH = 9;
    private static final int INTERVAL_WIDTH = 20;
    private static final int CHOICES_TOLD = 6;

    private final StringBuilder text = new StringBuilder();
    private final ReportTexts texts;

    ToldLines(ReportTexts texts) {
        this.texts = texts;
    }

    /** A name and what is said of it. */
    void line(String name, String value) {
        text.append(padded(name, NAME_WIDTH)).append(value).append(System.lineSeparator());
    }

    /** A number between its bounds, and what it means. */
    void figure(String name, double value, Interval interval, int decimals, String meaning) {
        String sure = interval.isKnown()
                ? texts.t(
                        "evaluation.interval",
                        ReportTexts.number(interval.low(), decimals),
                        ReportTexts.number(interval.high(), decimals))
                : "";
        figure(name, ReportTexts.number(value, decimals), sure, meaning);
    }

    /** What counts, how sure that is, and what it means. */
    void figure(String name, String value, String sure, String meaning) {
        line(name, padded(value, NUMBER_WIDTH) + padded(sure, INTERVAL_WIDTH) + meaning);
    }

    /** Other lines after an empty one, if there are any. */
    void part(ToldLines other) {
        if (!other.text.isEmpty()) {
            gap();
            text.append(other.text);
        }
    }

    /** An empty line. */
    void gap() {
        text.append(System.lineSeparator());
    }

    /** What the models of an evaluation are made of, the same ones counted. */
    void choices(List<String> choices) {
        Map<String, Long> counted = choices.stream()
                .collect(Collectors.groupingBy(choice -> choice, LinkedHashMap::new, Collectors.counting()));
        ChoiceTexts words = new ChoiceTexts(texts);
        text.append(texts.t("evaluation.chosen")).append(System.lineSeparator());
        counted.entrySet().stream()
                .limit(CHOICES_TOLD)
                .forEach(entry -> text.append("  %d × %s%n".formatted(entry.getValue(), words.of(entry.getKey()))));
        if (counted.size() > CHOICES_TOLD) {
            text.append("  %s%n".formatted(texts.t("told.more", counted.size() - CHOICES_TOLD)));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String padded(String words, int width) {
        int taken = words.codePoints().map(ToldLines::columns).sum();
        return words + " ".repeat(Math.max(words.isEmpty() || taken < width ? width - taken : 1, 0));
    }

    /** Terminals give Chinese letters and their punctuation two columns. */
    private static int columns(int letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        boolean isWide =
                script == Character.UnicodeScript.HAN || (letter >= 0x3000 && letter < 0x3040) || letter >= 0xFF00;
        return isWide ? 2 : 1;
    }

    /** A plain figure with so many decimals, its sign always written. */
    static String signed(double value, int decimals) {
        return String.format(Locale.ROOT, "%+." + decimals + "f", value);
    }
}
