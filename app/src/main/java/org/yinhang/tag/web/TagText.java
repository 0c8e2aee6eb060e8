package org.yinhang.tag.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of a definition while it is written: quoted where a person wrote it, words of ours as they are. */
final class TagText {

    private final StringBuilder yaml;

    TagText(String id) {
        yaml = new StringBuilder(id).append(":\n");
    }

    void line(String key, String value) {
        yaml.append("  ")
                .append(key)
                .append(':')
                .append(value.isEmpty() ? "" : " " + value)
                .append('\n');
    }

    void quoted(String key, String value) {
        line(key, quote(value.strip()));
    }

    void quotedIfAny(String key, String value) {
        if (!value.isBlank()) {
            quoted(key, value);
        }
    }

    void word(String key, Enum<?> word) {
        line(key, lower(word));
    }

    void words(String key, List<? extends Enum<?>> words) {
        line(key, words.stream().map(TagText::lower).collect(Collectors.joining(", ", "[", "]")));
    }

    void value(String code, String zh, String en) {
        yaml.append("    %s: [%s, %s]\n".formatted(quote(code), quote(zh), quote(en)));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s*\\R\\s*", " ") + "\"";
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
