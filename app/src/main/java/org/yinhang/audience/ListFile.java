package org.yinhang.audience;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The file a command writes customers to, and why; every list is on record before it is there. */
final class ListFile {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; replaced if there.")
    private Path out = Path.of("");

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "What the list is for; kept in the data folder and in the audit.")
    private String reason = "";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** The file. */
    Path place() {
        return out;
    }

    /**
     * Writes the numbers under the heading that a customer list understands.
     *
     * @return how many
     * @throws FaultException {@code GRP-1017} when the file cannot be written, {@code GRP-1018} when that cannot be put on record
     */
    int write(Audience members, AudienceSource source) {
        if (reason.isBlank()) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--reason says nothing (expected: what the list is for)");
        }
        Path part = out.resolveSibling(out.getFileName() + ".part");
        try {
            if (Files.isDirectory(out)) {
                throw new FileSystemException(out.toString());
            }
            list(members, part);
            new ExportJournal(source.data())
                    .add(ExportJournal.Line.of(
                            Clock.systemUTC(), source.predicate(), members.count(), out, reason.strip()));
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw without(
                    part,
                    new FaultException(
                            Fault.of(
                                    "GRP-1017",
                                    "The file of customers cannot be written.",
                                    out.toString(),
                                    "Name a file in a folder that is there and may be written to, and see that its disk has space."),
                            e));
        } catch (FaultException e) {
            throw without(part, e);
        }
        return members.count();
    }

    private static void list(Audience members, Path part) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(part)) {
            file.write("customer\n");
            IntIterator numbers = members.customers().getIntIterator();
            while (numbers.hasNext()) {
                file.write(Integer.toString(numbers.next()));
                file.write('\n');
            }
        }
    }

    /** Leaves nothing of a list that is not on record; what cannot be removed is told with why it failed. */
    private static FaultException without(Path part, FaultException failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
