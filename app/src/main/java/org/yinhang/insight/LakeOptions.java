package org.yinhang.insight;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import picocli.CommandLine.Option;

/** Which lake a command of this module reads, and until when. */
final class LakeOptions {

    /** The zone days are reckoned in on the command line. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder with the lake in lake/ (default: ${DEFAULT-VALUE}).",
            defaultValue = "data")
    private Path data = Path.of("data");

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "See nothing of this day or later (default: the day after the lake's newest load).")
    private @Nullable LocalDate asOf;

    /**
     * What is read.
     *
     * @param day nothing of it or later is seen
     */
    record Pinned(Lake lake, Snapshot snapshot, AsOf day) {}

    Pinned open() {
        Lake lake = Lake.open(data.resolve("lake"), Clock.systemUTC());
        Snapshot snapshot = lake.current();
        return new Pinned(lake, snapshot, new AsOf(asOf == null ? LakeDay.after(snapshot, ZONE) : asOf, ZONE));
    }
}
