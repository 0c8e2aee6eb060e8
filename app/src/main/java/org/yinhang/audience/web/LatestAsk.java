package org.yinhang.audience.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which question of an open builder is its newest: pictures of an older one are of no use to anybody. */
@Component
class LatestAsk {

    private static final int BUILDERS = 1_000;

    private final Map<String, Long> newest = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > BUILDERS;
        }
    });

    /** A builder asks again. */
    void asked(String builder, long number) {
        newest.merge(builder, number, Math::max);
    }

    /** Whether the builder has asked nothing since; a builder nobody knows has not. */
    boolean isNewest(String builder, long number) {
        return newest.getOrDefault(builder, number) <= number;
    }
}
