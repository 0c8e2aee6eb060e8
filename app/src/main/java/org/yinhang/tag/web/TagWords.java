package org.yinhang.tag.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.web.PageFrame;

/** Tags and their values in the viewer's language. */
public final class TagWords {

    private TagWords() {}

    public static String name(Tag tag, PageFrame page) {
        return page.texts().isChinese() ? tag.zh() : tag.en();
    }

    /** A code by its name; truths in words; anything else as it is. */
    public static String value(Tag tag, String code, PageFrame page) {
        Tag.Names names = tag.values().get(code);
        if (names != null) {
            return page.texts().isChinese() ? names.zh() : names.en();
        }
        return page.texts().orElse("tag.value." + code, code);
    }

    /** A value somebody gave, as it is kept: codes by their names, fen as money. */
    public static String given(Tag tag, String kept, PageFrame page) {
        return switch (tag.type()) {
            case MONEY -> page.formats().money(Money.ofFen(Long.parseLong(kept)));
            case SET ->
                Arrays.stream(kept.split("\\|"))
                        .map(code -> value(tag, code, page))
                        .collect(Collectors.joining(", "));
            case TEXT, TRUTH -> value(tag, kept, page);
            case INTEGER, NUMBER, RATE, DATE, MOMENT, NOTHING -> kept;
        };
    }

    /** The message key of a category, a kind, a purpose…. */
    public static String key(Enum<?> word) {
        return "tag."
                + word.getDeclaringClass().getSimpleName().replace("Tag", "").toLowerCase(Locale.ROOT) + "."
                + word.name().toLowerCase(Locale.ROOT);
    }
}
