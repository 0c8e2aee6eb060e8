package org.yinhang.decision.rehearsal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinhang.product.PolicyVersion;

/**
 * The version that is rehearsed.
 *
 * @param kind what it defines
 * @param id of the definition
 * @param version of it
 */
public record Subject(Kind kind, String id, int version) {

    /** What a version may define. */
    public enum Kind {
        PRODUCT,
        TABLE,
        CAP,
        TAG,
        MODEL;

        /** As it stands in addresses and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that word. */
        public static Optional<Kind> of(String word) {
            return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }

        /** The same among policies; empty for tags and models. */
        Optional<PolicyVersion.Kind> ofPolicy() {
            return Stream.of(PolicyVersion.Kind.values())
                    .filter(kind -> kind.name().equals(name()))
                    .findFirst();
        }
    }

    static Subject of(PolicyVersion version) {
        return new Subject(Kind.valueOf(version.kind().name()), version.id(), version.version());
    }

    /** As it stands in addresses and lists of jobs, such as {@code table/admission_score/2}. */
    public String path() {
        return "%s/%s/%d".formatted(kind.word(), id, version);
    }
}
