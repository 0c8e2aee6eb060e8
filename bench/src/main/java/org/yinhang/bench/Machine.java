package org.yinhang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures were measured on, and how much memory this process takes. */
final class Machine {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    private Machine() {}

    static String description() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s MiB, %s %s, Java %s",
                field(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/meminfo"), "MemTotal")
                        .map(kib -> Long.toString(kibibytes(kib) / 1024))
                        .orElse("?"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }

    /** Forgets the most memory taken so far, where the system lets it (Linux). */
    static void resetPeak() {
        try {
            Files.writeString(CLEAR, "5");
        } catch (IOException e) {
            // The peak then counts from the start of the process, which is an honest upper bound.
        }
    }

    /** Most resident memory since {@link #resetPeak}, in MiB; empty where the system does not tell. */
    static Optional<Long> peakMiB() {
        return field(STATUS, "VmHWM").map(kib -> kibibytes(kib) / 1024);
    }

    private static long kibibytes(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    private static Optional<String> field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
