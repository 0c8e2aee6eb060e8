package org.yinhang.tag.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagKind;

/** A tag's definition as a person edits it. */
final class TagYaml {

    private TagYaml() {}

    static String of(Tag tag) {
        StringBuilder yaml = new StringBuilder(tag.id()).append(":\n");
        line(yaml, "zh", quoted(tag.zh()));
        line(yaml, "en", quoted(tag.en()));
        if (!tag.note().isEmpty()) {
            line(yaml, "note", quoted(tag.note()));
        }
        line(yaml, "category", word(tag.category()));
        line(yaml, "kind", word(tag.kind()));
        line(yaml, "type", word(tag.type()));
        tag.definition()
                .expressions()
                .forEach((role, text) -> line(yaml, role.equals("value") ? "expression" : role, quoted(text)));
        if (tag.kind() == TagKind.BUCKET) {
            line(yaml, "bands", Integer.toString(tag.definition().bands()));
        }
        tag.definition().measure().ifPresent(measure -> line(yaml, "measure", word(measure)));
        if (!tag.values().isEmpty()) {
            line(yaml, "values", "");
            tag.values()
                    .forEach((code, names) -> yaml.append(
                            "    %s: [%s, %s]\n".formatted(quoted(code), quoted(names.zh()), quoted(names.en()))));
        }
        line(yaml, "owner", quoted(tag.governance().owner()));
        line(
                yaml,
                "purpose",
                tag.governance().purposes().stream().map(TagYaml::word).collect(Collectors.joining(", ", "[", "]")));
        line(yaml, "basis", word(tag.governance().basis()));
        if (!tag.governance().bureauPurpose().isEmpty()) {
            line(yaml, "bureau_purpose", quoted(tag.governance().bureauPurpose()));
        }
        line(yaml, "refresh", word(tag.governance().refresh()));
        quality(yaml, tag);
        line(yaml, "version", Integer.toString(tag.governance().version() + 1));
        line(
                yaml,
                "data",
                tag.governance().data().isEmpty()
                        ? "[none]"
                        : tag.governance().data().stream()
                                .map(TagYaml::word)
                                .collect(Collectors.joining(", ", "[", "]")));
        return yaml.toString();
    }

    private static void quality(StringBuilder yaml, Tag tag) {
        List<String> rules = new ArrayList<>();
        tag.quality().coverage().ifPresent(bound -> rules.add("coverage: " + bound));
        tag.quality().largest().ifPresent(bound -> rules.add("largest: " + bound));
        tag.quality().drift().ifPresent(bound -> rules.add("drift: " + bound));
        if (!rules.isEmpty()) {
            line(yaml, "quality", "{" + String.join(", ", rules) + "}");
        }
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append("  ")
                .append(key)
                .append(':')
                .append(value.isEmpty() ? "" : " " + value)
                .append('\n');
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
