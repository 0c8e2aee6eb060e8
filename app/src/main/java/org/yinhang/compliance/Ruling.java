package org.yinhang.compliance;

import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Verdict;

/**
 * What was ruled about a touch, and written down.
 *
 * @param touch which
 * @param verdict whether it may go
 * @param isRepeated whether it had been cleared before under the same key: it is that touch, and counts once
 */
public record Ruling(Touch touch, Verdict verdict, boolean isRepeated) {

    Ruling again() {
        return verdict.isCleared() ? new Ruling(touch, verdict, true) : this;
    }
}
