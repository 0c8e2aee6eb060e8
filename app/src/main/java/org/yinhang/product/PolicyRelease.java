package org.yinhang.product;

import java.time.Instant;
import java.util.Locale;

/**
 * How an approved version is used from a moment on; the newest release of a version counts. Nothing is ever overwritten, so that
 * what held at any earlier release can be asked again.
 *
 * @param number counts up over all releases
 * @param kind what the version defines
 * @param id of the definition
 * @param version of it
 * @param stage how it is used
 * @param share customers of a hundred it decides for
 * @param releasedBy user name
 * @param releasedAt when
 * @param reason in a few words; empty for the release that came with the approval
 */
public record PolicyRelease(
        long number,
        PolicyVersion.Kind kind,
        String id,
        int version,
        Stage stage,
        int share,
        String releasedBy,
        Instant releasedAt,
        String reason) {

    /** How an approved version is used. */
    public enum Stage {
        /** It decides for nobody; what it would have said is kept beside every live decision. */
        SHADOW,
        /** It decides for a share of the customers, drawn by lot. */
        CHALLENGER,
        /** It decides for everybody, unless a newer version does. */
        IN_FORCE,
        /** It decides for nobody; what was in force before it is so again. */
        WITHDRAWN;

        /** Whether what it would say is kept beside what others say. */
        public boolean isTrial() {
            return this == SHADOW || this == CHALLENGER;
        }

        public String messageKey() {
            return "product.stage." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a share of a hundred customers is one of the stage. */
    static boolean isShareOf(Stage stage, int share) {
        return switch (stage) {
            case SHADOW, WITHDRAWN -> share == 0;
            case CHALLENGER -> share >= 1 && share <= 99;
            case IN_FORCE -> share == 100;
        };
    }
}
