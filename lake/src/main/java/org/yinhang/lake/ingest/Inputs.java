package org.yinhang.lake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.lake.ingest.mapping.SourceInput;

/** Finds the files of a mapping in the data folder and tells their contents apart. */
final class Inputs {

    private static final int NAMES_SHOWN = 20;
    private static final long PART = 8L << 20;

    private Inputs() {}

    /**
     * The files a pattern stands for, by name.
     *
     * @throws FaultException when there is none
     */
    static List<Path> find(SourceInput.Files files, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new FaultException(Fault.of(
                    "ING-2001", "There is no such data folder.", folder.toString(), "Check the path given by --data."));
        }
        List<Path> all = all(folder);
        PathMatcher matcher = matcher(files);
        List<Path> found = all.stream()
                .filter(file -> matcher.matches(folder.relativize(file)))
                .toList();
        if (found.isEmpty()) {
            List<String> names = all.stream()
                    .map(file -> folder.relativize(file).toString())
                    .limit(NAMES_SHOWN)
                    .toList();
            throw new FaultException(Fault.of(
                    "ING-2001",
                    "No file '%s' is in the data folder %s.".formatted(files.glob(), folder),
                    files.where(),
                    names.isEmpty() ? "The folder is empty." : Suggestion.advise(files.glob(), names)));
        }
        return found;
    }

    /** A hash of a file's bytes: SHA-256 over the SHA-256 of each 8 MiB, which all processors take part in. */
    static String hash(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            long parts = channel.size() / PART + 1;
            return hash(LongStream.range(0, parts)
                    .parallel()
                    .mapToObj(part -> hash(channel, part * PART))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(FileChannel channel, long from) {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
        try {
            long position = from;
            while (position < from + PART && channel.read(buffer, position) > 0) {
                position += buffer.position();
                digest.update(buffer.flip());
                buffer.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of some texts, in hexadecimal. */
    static String hash(List<String> texts) {
        MessageDigest digest = sha256();
        texts.forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static PathMatcher matcher(SourceInput.Files files) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + files.glob());
        } catch (PatternSyntaxException e) {
            throw new FaultException(
                    Fault.of(
                            "ING-1007",
                            "'%s' is not a file pattern.".formatted(files.glob()),
                            files.where(),
                            "Write one such as customers-*.csv."),
                    e);
        }
    }

    private static List<Path> all(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256", e);
        }
    }
}
