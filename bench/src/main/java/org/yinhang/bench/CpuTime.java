package org.yinhang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time used so far by this process and by its database. What an answer costs in it says more than seconds do
 * on a machine with other work.
 */
record CpuTime(Duration own, Duration database) {

    /**
     * Until now.
     *
     * @param cluster folder of the database
     */
    static CpuTime now(Path cluster) {
        try (Stream<String> lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
            return new CpuTime(
                    of(ProcessHandle.current()),
                    Stream.concat(Stream.of(postmaster), postmaster.descendants())
                            .map(CpuTime::of)
                            .reduce(Duration.ZERO, Duration::plus));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(own.minus(before.own), database.minus(before.database));
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
