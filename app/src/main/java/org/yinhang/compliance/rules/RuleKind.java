package org.yinhang.compliance.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The rule sets a bank keeps, each with versions of its own. */
public enum RuleKind {
    HOURS,
    FREQUENCY,
    CALENDAR,
    WORDS,
    SENDERS,
    STAFF,
    COMPLAINTS;

    /** Its name in tables and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "compliance.rules." + key();
    }

    /** The kind of that name. */
    public static Optional<RuleKind> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The text that ships, in force until a bank approves its own. */
    public String shipped() {
        return read(key() + ".yaml");
    }

    /** What the demo bank's senders are; simulated, and for a demo only. */
    public static String demoSenders() {
        return read("demo-senders.yaml");
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(RuleKind.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
