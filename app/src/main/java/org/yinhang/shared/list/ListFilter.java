package org.yinhang.shared.list;

import java.util.List;

/** A way to narrow a list. */
public sealed interface ListFilter {

    /** Its name in addresses, without the prefix. */
    String key();

    /** The message key of its name. */
    String titleKey();

    /** One of several values. */
    record OneOf(String key, String titleKey, List<Option> options) implements ListFilter {
        public OneOf {
            options = List.copyOf(options);
        }
    }

    /** A calendar day. */
    record Day(String key, String titleKey) implements ListFilter {}

    /**
     * A value that can be chosen.
     *
     * @param value what the repository reads
     * @param titleKey its message key, or the words themselves where they come from data
     */
    record Option(String value, String titleKey) {}
}
