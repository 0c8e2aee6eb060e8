package org.yinhang.lake.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * The folder of finished runs. {@code CURRENT} names the one in force and is replaced atomically after everything of a
 * run is on the disk, so a run that was killed changes nothing.
 *
 * <pre>
 * CURRENT              name of the run in force
 * 000007/index/        its index (core.audience.index)
 * 000007/report.yaml   coverage, distribution, drift, verdicts and lineage of every tag
 * history/000001.yaml  the report of a run that is no longer kept
 * work/                of the run under way
 * writer.lock          held by it
 * </pre>
 */
public final class TagRuns {

    private static final String CURRENT = "CURRENT";
    private static final String WORK = "work";
    private static final String INDEX = "index";
    private static final String REPORT = "report.yaml";
    private static final String HISTORY = "history";

    private final Path folder;

    /** The runs in a folder, which need not exist yet. */
    public TagRuns(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** The number of the run in force, if there is one. */
    public Optional<Long> current() {
        Path current = folder.resolve(CURRENT);
        try {
            return Files.exists(current)
                    ? Optional.of(Long.parseLong(Files.readString(current).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a run's index. */
    public Path index(long number) {
        return folder.resolve(name(number)).resolve(INDEX);
    }

    /** What a finished run found. */
    public TagReport report(long number) {
        return ReportFile.read(folder.resolve(name(number)).resolve(REPORT));
    }

    /**
     * What finished runs found about a tag, oldest first: of every as-of day the last run, those no longer kept too.
     *
     * @param days of how many of the newest days at most
     */
    public List<PastQuality> history(String id, int days) {
        Set<Long> numbers = new TreeSet<>(kept());
        files(folder.resolve(HISTORY), "\\d{6,}\\.yaml")
                .forEach(file ->
                        numbers.add(Long.valueOf(file.getFileName().toString().replace(".yaml", ""))));
        SortedMap<LocalDate, PastQuality> byDay = new TreeMap<>();
        for (long number : List.copyOf(numbers).reversed()) {
            if (byDay.size() == days) {
                break;
            }
            past(number, id).ifPresent(past -> byDay.putIfAbsent(past.asOf(), past));
        }
        return List.copyOf(byDay.values());
    }

    /** A run that ends may move the report between two looks: then it is where reports of runs no longer kept are. */
    private Optional<PastQuality> past(long number, String id) {
        try {
            return ReportFile.one(folder.resolve(name(number)).resolve(REPORT), id);
        } catch (NoSuchFileException moved) {
            try {
                return ReportFile.one(past(number), id);
            } catch (NoSuchFileException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private Path past(long number) {
        return folder.resolve(HISTORY).resolve(name(number) + ".yaml");
    }

    /** The finished runs that are still kept, oldest first. */
    public List<Long> kept() {
        return files(folder, "\\d{6,}").stream()
                .map(entry -> Long.valueOf(entry.getFileName().toString()))
                .sorted()
                .toList();
    }

    private static List<Path> files(Path folder, String name) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the folder for a new run and clears what a killed one left.
     *
     * @throws FaultException when another run is under way
     */
    Writing begin() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("writer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new FaultException(Fault.of(
                        "TAG-1010",
                        "Another run of the tags is under way.",
                        folder.toString(),
                        "Wait until it has finished, then start again."));
            }
            deleteTree(folder.resolve(WORK));
            Files.createDirectory(folder.resolve(WORK));
            long last = kept().stream().reduce((a, b) -> b).orElse(0L);
            return new Writing(channel, Math.max(last, current().orElse(0L)) + 1);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String name(long number) {
        return String.format(Locale.ROOT, "%06d", number);
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void force(Path file, boolean write) throws IOException {
        try (FileChannel channel = FileChannel.open(file, write ? StandardOpenOption.WRITE : StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A run under way; closed without being published, it leaves nothing. */
    final class Writing implements AutoCloseable {

        private final FileChannel channel;
        private final long number;

        private Writing(FileChannel channel, long number) {
            this.channel = channel;
            this.number = number;
        }

        long number() {
            return number;
        }

        /** Where the index is to be made. */
        Path index() {
            return folder.resolve(WORK).resolve(INDEX);
        }

        /** Puts the run in force and removes the oldest beyond those to keep, all but their reports. */
        void publish(TagReport report, int keep) throws IOException {
            Path work = folder.resolve(WORK);
            ReportFile.write(report, work.resolve(REPORT));
            force(work.resolve(REPORT), true);
            force(work, false);
            Files.move(work, folder.resolve(name(number)), StandardCopyOption.ATOMIC_MOVE);
            force(folder, false);
            Path next = folder.resolve(CURRENT + ".next");
            Files.writeString(next, name(number) + "\n");
            force(next, true);
            Files.move(next, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
            force(folder, false);
            List<Long> all = kept();
            for (long old : all.subList(0, Math.max(0, all.size() - keep))) {
                Path found = folder.resolve(name(old)).resolve(REPORT);
                if (Files.exists(found)) {
                    Files.createDirectories(folder.resolve(HISTORY));
                    Files.move(found, past(old), StandardCopyOption.REPLACE_EXISTING);
                }
                deleteTree(folder.resolve(name(old)));
            }
        }

        @Override
        public void close() throws IOException {
            deleteTree(folder.resolve(WORK));
            channel.close();
        }
    }
}
