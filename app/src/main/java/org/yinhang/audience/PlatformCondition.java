package org.yinhang.audience;

import org.yinhang.core.predicate.Expression;

/**
 * A condition the platform adds to every predicate.
 *
 * @param key which: {@link #SCOPE} or {@link #CONSENT}; its words are the message {@code audience.platform.KEY}
 * @param text in the language
 * @param condition the same, checked
 */
public record PlatformCondition(String key, String text, Expression condition) {

    /** Only customers of the viewer's branches, or their own. */
    public static final String SCOPE = "scope";

    /** Only customers who may be approached. */
    public static final String CONSENT = "consent";
}
