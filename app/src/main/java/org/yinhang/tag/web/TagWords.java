package org.yinhang.tag.web;

import java.util.Locale;
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

    /** The message key of a category, a kind, a purpose…. */
    public static String key(Enum<?> word) {
        return "tag."
                + word.getDeclaringClass().getSimpleName().replace("Tag", "").toLowerCase(Locale.ROOT) + "."
                + word.name().toLowerCase(Locale.ROOT);
    }
}
