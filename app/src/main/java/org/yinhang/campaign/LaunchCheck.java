package org.yinhang.campaign;

import java.util.Locale;

/**
 * One thing looked at before a launch.
 *
 * @param key what; its words are the message {@code campaign.check.KEY}
 * @param level how it stands
 * @param detail figures or names, never personal
 */
public record LaunchCheck(String key, Level level, String detail) {

    /** How a check stands. */
    public enum Level {
        GOOD,
        /** Worth knowing, and no obstacle. */
        WATCH,
        /** Nothing is launched. */
        RED;

        /** The sign pages show. */
        public String sign() {
            return this == RED ? "bad" : name().toLowerCase(Locale.ROOT);
        }
    }
}
