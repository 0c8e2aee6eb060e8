package org.yinhang.decision.rehearsal;

import java.util.Locale;
import org.yinhang.product.PolicyVersion;

/**
 * The version of a product, table or cap that is rehearsed.
 *
 * @param kind what it defines
 * @param id of the definition
 * @param version of it
 */
public record Subject(PolicyVersion.Kind kind, String id, int version) {

    static Subject of(PolicyVersion version) {
        return new Subject(version.kind(), version.id(), version.version());
    }

    /** As it stands in addresses and lists of jobs, such as {@code table/admission_score/2}. */
    public String path() {
        return "%s/%s/%d".formatted(kind.name().toLowerCase(Locale.ROOT), id, version);
    }
}
