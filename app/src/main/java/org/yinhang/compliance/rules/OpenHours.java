package org.yinhang.compliance.rules;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * When a channel may be used.
 *
 * @param windows the hours of each kind of day; none for a kind on which it is closed
 * @param source where the hours come from
 */
public record OpenHours(Map<DayKind, Window> windows, RuleSource source) {

    /**
     * Part of a day.
     *
     * @param from the first minute
     * @param until the first minute after
     */
    public record Window(LocalTime from, LocalTime until) {

        /** Whether a time of day lies in it. */
        public boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    public OpenHours {
        windows = Map.copyOf(windows);
    }

    /** The hours of a kind of day. */
    public Optional<Window> on(DayKind kind) {
        return Optional.ofNullable(windows.get(kind));
    }

    /** Whether the channel is open at a time of such a day. */
    public boolean isOpen(DayKind kind, LocalTime time) {
        Window window = windows.get(kind);
        return window != null && window.contains(time);
    }
}
