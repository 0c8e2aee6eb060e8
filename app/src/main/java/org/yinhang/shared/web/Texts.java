package org.yinhang.shared.web;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of one language. */
public final class Texts {

    private final MessageSource messages;
    private final Locale locale;

    public Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * The text of a key with its blanks filled in.
     *
     * @throws org.springframework.context.NoSuchMessageException when no bundle has the key
     */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text of a key, or the other text where no bundle has it: for names that come from data. */
    public String orElse(String key, String other) {
        String found = messages.getMessage(key, null, other, locale);
        return found == null ? other : found;
    }

    public Locale locale() {
        return locale;
    }

    /** Whether the language is Chinese. */
    public boolean isChinese() {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
