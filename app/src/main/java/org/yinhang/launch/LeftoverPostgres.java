package org.yinhang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived the Yinhang that started it: the process was killed, the server was not. */
final class LeftoverPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LeftoverPostgres() {}

    /**
     * Stops the server whose pid file lies in the cluster folder, first politely (fast shutdown, which ends sessions and
     * writes a checkpoint), at last by force: its log then recovers what was committed. A pid that now belongs to some
     * other program is left alone and only the stale file goes.
     */
    static void stop(Path cluster) {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (!lines.isEmpty()) {
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(LeftoverPostgres::isPostgres)
                        .ifPresent(LeftoverPostgres::end);
            }
            Files.deleteIfExists(pidFile);
        } catch (NumberFormatException e) {
            delete(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static void end(ProcessHandle server) {
        if (endsAfter(server, "INT") || endsAfter(server, "QUIT")) {
            return;
        }
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        awaitEnd(server);
    }

    private static boolean endsAfter(ProcessHandle server, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid()))
                    .start()
                    .waitFor();
            return awaitEnd(server);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean awaitEnd(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !server.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
