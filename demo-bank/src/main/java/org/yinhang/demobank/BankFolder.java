package org.yinhang.demobank;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * The folder in which the simulated bank remembers itself: {@code BANK} says which bank it is, {@code CURRENT} names the
 * day it stands on, {@code days/DAY} holds that day's state of every customer and the known truth.
 */
final class BankFolder {

    private static final String MARK = "SIMULATED 模拟数据";
    private static final String CAMPAIGNS = "campaigns.txt";

    private final Path folder;

    BankFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes down which bank this is. */
    void found(DemoBankSettings settings) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("BANK"),
                    String.join(
                            "\n",
                            MARK,
                            Long.toString(settings.seed()),
                            Integer.toString(settings.customers()),
                            settings.firstDay().toString(),
                            settings.lastDay().toString(),
                            settings.detail().name(),
                            ""));
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "DMB-1003",
                            "The demo bank cannot write its own memory.",
                            folder.toString(),
                            "Choose a folder that this user may write, with space left."),
                    e);
        }
    }

    /** Which bank this is, as it was made: its last day is the end of the history. */
    DemoBankSettings settings(int threads) {
        Path file = folder.resolve("BANK");
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() < 6 || !lines.getFirst().equals(MARK)) {
                throw new FaultException(Fault.of(
                        "DMB-1004",
                        "There is no demo bank to go on with.",
                        folder.toString(),
                        "Make one first, with its state in this folder."));
            }
            return new DemoBankSettings(
                    Long.parseLong(lines.get(1)),
                    Integer.parseInt(lines.get(2)),
                    LocalDate.parse(lines.get(3)),
                    LocalDate.parse(lines.get(4)),
                    Detail.valueOf(lines.get(5)),
                    threads,
                    folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the bank was ever finished. */
    boolean stands() {
        return Files.exists(folder.resolve("CURRENT"));
    }

    /** The day on which the bank stands. */
    LocalDate current() {
        try {
            return LocalDate.parse(Files.readString(folder.resolve("CURRENT")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path day(LocalDate day) {
        return folder.resolve("days").resolve(day.toString());
    }

    /** An empty folder for a day. */
    Path begin(LocalDate day) {
        Path path = day(day);
        try {
            delete(path);
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** Remembers the campaigns; the last file of a day, so that a day which has it is complete. */
    void complete(LocalDate day, List<String> campaigns) {
        try {
            Files.write(day(day).resolve(CAMPAIGNS), campaigns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isComplete(LocalDate day) {
        return Files.exists(day(day).resolve(CAMPAIGNS));
    }

    /** The complete days that are here, oldest first. */
    List<LocalDate> completeDays() {
        Path days = folder.resolve("days");
        if (!Files.isDirectory(days)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(days)) {
            return paths.map(path -> LocalDate.parse(path.getFileName().toString()))
                    .filter(this::isComplete)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> campaigns(LocalDate day) {
        try {
            return new ArrayList<>(Files.readAllLines(day(day).resolve(CAMPAIGNS)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a complete day the present one and forgets the others. */
    void turnTo(LocalDate day) {
        try {
            Path next = folder.resolve("CURRENT.next");
            Files.writeString(next, day + "\n");
            Files.move(next, folder.resolve("CURRENT"), ATOMIC_MOVE);
            try (Stream<Path> days = Files.list(folder.resolve("days"))) {
                for (Path other : days.filter(path -> !path.equals(day(day))).toList()) {
                    delete(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> paths = Files.walk(path)) {
                for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
