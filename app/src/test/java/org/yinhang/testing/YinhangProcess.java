package org.yinhang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real command of Yinhang in a process of its own, as a person starts it, to be watched, used and killed. */
public final class YinhangProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("Yinhang is ready: (http://[0-9.:]+)");

    private final Process process;
    private final Path output;

    private YinhangProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param folder where its output is kept
     * @param environment beside this process's own
     * @param arguments the command line after {@code yinhang}
     */
    public static YinhangProcess start(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.yinhang.Yinhang"));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(Files.createDirectories(folder), arguments[0] + "-", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new YinhangProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it has said. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; gives its exit code. */
    public int ended() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(this::output)
                .isTrue();
        return process.exitValue();
    }

    /** Waits for its first page; gives the address. */
    public URI ready() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            assertThat(process.isAlive() || isReady()).as(this::output).isTrue();
            return isReady();
        });
        Matcher found = READY.matcher(output());
        assertThat(found.find()).isTrue();
        return URI.create(found.group(1));
    }

    private boolean isReady() {
        return READY.matcher(output()).find();
    }

    /** Its worker, once there is one. */
    public ProcessHandle worker() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> process.children()
                                .filter(child ->
                                        child.info().command().orElse("").endsWith("java"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Kills it as {@code kill -9} does; its PostgreSQL and its worker are left to themselves. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
