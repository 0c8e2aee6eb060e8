package org.yinhang.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What was measured of one contender, by the keys every benchmark shares: seconds, peakMiB, p50Ms, p95Ms, p99Ms,
 * perSecond, rowsPerSecond, mbPerSecond, gap, value, mismatches, duplicates, lost.
 *
 * @param name the contender; Yinhang's own is {@code yinhang}
 * @param values the figures that apply, in order
 */
record Figures(String name, Map<String, Number> values) {

    Figures {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The seconds it took. */
    double seconds() {
        return Objects.requireNonNull(values.get("seconds"), "seconds").doubleValue();
    }
}
