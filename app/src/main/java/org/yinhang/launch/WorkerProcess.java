package org.yinhang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The second process of a Yinhang, where heavy jobs run: started from the same jar, started again when it dies, and
 * never outliving its parent, because it reads the parent's pipe and ends with it.
 */
public final class WorkerProcess implements AutoCloseable {

    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Thread watcher;
    private volatile boolean closing;
    private volatile @Nullable Process process;

    private WorkerProcess(List<String> command, Map<String, String> environment, Path log) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.watcher = Thread.ofPlatform().name("worker-watcher").daemon().unstarted(this::watch);
    }

    /**
     * Starts the worker and keeps one running until closed.
     *
     * @param arguments the command line after {@code worker}
     * @param environment what the worker must know and a process list must not show
     * @param log where its output goes
     */
    public static WorkerProcess start(List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.yinhang.Yinhang");
        command.add("worker");
        command.addAll(arguments);
        WorkerProcess worker = new WorkerProcess(command, environment, log);
        worker.watcher.start();
        return worker;
    }

    private void watch() {
        long pause = 500;
        while (!closing) {
            long started = System.nanoTime();
            runOnce();
            boolean livedLong = System.nanoTime() - started > TimeUnit.MINUTES.toNanos(1);
            pause = livedLong ? 500 : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            try {
                Thread.sleep(closing ? 0 : pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void runOnce() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            if (closing) {
                started.destroyForcibly();
            }
            started.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process at work now, or null between two lives. */
    public @Nullable ProcessHandle handle() {
        Process running = process;
        return running == null || !running.isAlive() ? null : running.toHandle();
    }

    /** Asks the worker to stop, waits ten seconds for its present step, then ends it: unfinished jobs start again. */
    @Override
    public void close() {
        closing = true;
        watcher.interrupt();
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(10, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
