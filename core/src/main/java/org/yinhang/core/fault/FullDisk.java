package org.yinhang.core.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether a failure comes from a disk with no room left, whoever met it: the file system, DuckDB or PostgreSQL. */
public final class FullDisk {

    private static final List<String> SIGNS =
            List.of("no space left", "disk quota", "disk is full", "disk space", "not enough space");
    private static final int DEEPEST = 20;

    private FullDisk() {}

    /** Whether the failure, one of its causes or one that came with it says so. */
    public static boolean isBehind(Throwable failure) {
        return chain(failure, DEEPEST).anyMatch(FullDisk::says);
    }

    /** What to tell of work that ended so and has no words of its own for it. */
    public static Fault fault() {
        return Fault.of(
                "RUN-1015",
                "The disk became full and the work was stopped.",
                "",
                "Free some space, or choose a folder on another disk, then start it again.");
    }

    private static boolean says(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(message::contains);
    }

    private static Stream<Throwable> chain(Throwable failure, int depth) {
        if (depth == 0) {
            return Stream.empty();
        }
        Stream<Throwable> others =
                Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()));
        return Stream.concat(Stream.of(failure), others.flatMap(other -> chain(other, depth - 1)));
    }
}
