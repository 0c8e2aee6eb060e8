package org.yinhang.audience.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.Profiler;

/**
 * What the platform's own conditions come to under one run of the tags: the same for every question of everybody who may see
 * the same, so they are worked out once. Dropped with the run.
 */
public final class PlatformAnswers {

    /** More scopes than a bank has branches with somebody at work; beyond it everything is worked out anew. */
    private static final int MOST = 256;

    private final long run;
    private final Map<String, RoaringBitmap> customers = new ConcurrentHashMap<>();
    private final Map<String, Profiler> profilers = new ConcurrentHashMap<>();

    public PlatformAnswers(long run) {
        this.run = run;
    }

    public long run() {
        return run;
    }

    /** The customers for whom a condition is true, by its text. */
    public RoaringBitmap customers(String text, Supplier<RoaringBitmap> unknown) {
        return known(customers, text, unknown);
    }

    /** What compares audiences with everybody some conditions let through, by their texts. */
    public Profiler profiler(String texts, Supplier<Profiler> unknown) {
        return known(profilers, texts, unknown);
    }

    /** Worked out outside the map, since that may take a while and ask for others; twice at the worst. */
    private static <T> T known(Map<String, T> all, String text, Supplier<T> unknown) {
        T present = all.get(text);
        if (present == null) {
            present = unknown.get();
            if (all.size() >= MOST) {
                all.clear();
            }
            all.put(text, present);
        }
        return present;
    }
}
