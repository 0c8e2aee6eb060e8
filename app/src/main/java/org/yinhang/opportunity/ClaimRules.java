package org.yinhang.opportunity;

import java.time.Duration;
import org.yinhang.lake.yaml.YamlNode;

/**
 * What holds after a claim.
 *
 * @param lock so long nobody gives a claimed opportunity to another, nor does it go back to the pool by itself
 * @param pause so long whoever let one lie, or put it back, does not claim it again
 */
public record ClaimRules(Duration lock, Duration pause) {

    private static final int MOST = 10_000;

    static ClaimRules read(YamlNode node) {
        node.only("lock_hours", "pause_days");
        return new ClaimRules(
                Duration.ofHours(node.get("lock_hours").whole(0, MOST)),
                Duration.ofDays(node.get("pause_days").whole(0, MOST)));
    }
}
