package org.yinhang.opportunity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.yinhang.lake.yaml.YamlNode;

/**
 * One version of a script.
 *
 * @param code names the script
 * @param version counts up with every change
 * @param yaml its text
 * @param state whether it may be used
 * @param madeBy user name of its maker
 * @param madeAt when
 * @param decidedBy user name of who decided on it, never the maker
 */
public record ScriptVersion(
        String code, int version, String yaml, State state, String madeBy, Instant madeAt, Optional<String> decidedBy) {

    /** Whether a version may be used. */
    public enum State {
        DRAFT,
        APPROVED,
        REJECTED;

        /** Its name in tables. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The message key of its name. */
        public String messageKey() {
            return "opportunity.script." + key();
        }
    }

    /** What it says. */
    public CallScript script() {
        return CallScript.read(YamlNode.parse(yaml, code));
    }

    /** How the ledgers name it. */
    public String name() {
        return code + " v" + version;
    }
}
