package org.yinhang.audience;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.Samples;
import org.yinhang.core.audience.Strata.Stratum;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the customer numbers a predicate means. */
@Command(
        name = "export",
        description = "Writes the numbers of the customers a predicate means to a CSV file; no personal data.",
        mixinStandardHelpOptions = true)
final class AudienceExportCommand implements Callable<Integer> {

    @Mixin
    private AudienceSource source = new AudienceSource();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; replaced if there.")
    private Path out = Path.of("");

    @Option(names = "--sample", paramLabel = "N", description = "Only so many of them, drawn at random.")
    private int sample = Integer.MAX_VALUE;

    @Option(
            names = "--by",
            paramLabel = "TAG",
            description = "Shares the sample among the classes of a tag in proportion to their size.")
    private @Nullable String stratum;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "The draw follows from it (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        int written = source.ask(question -> write(drawn(question), out));
        PrintWriter words = Objects.requireNonNull(spec).commandLine().getOut();
        words.printf("%,d customers 客户 → %s%n", written, out);
        words.flush();
        return 0;
    }

    private Audience drawn(AudienceSource.Question question) {
        Audience members = question.selector().select(question.predicate());
        int size = Math.max(0, sample);
        if (stratum == null) {
            return Samples.random(members, size, seed);
        }
        List<Audience> strata = Selection.strata(question.index(), members, stratum).stream()
                .map(Stratum::members)
                .toList();
        return Samples.stratified(strata, size, seed).stream().reduce(Audience.of(), Audience::union);
    }

    /**
     * Writes the numbers under the heading that a customer list understands.
     *
     * @throws FaultException {@code GRP-1017} when the file cannot be written
     */
    static int write(Audience members, Path out) {
        try (BufferedWriter file = Files.newBufferedWriter(out)) {
            file.write("customer\n");
            IntIterator numbers = members.customers().getIntIterator();
            while (numbers.hasNext()) {
                file.write(Integer.toString(numbers.next()));
                file.write('\n');
            }
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "GRP-1017",
                            "The file of customers cannot be written.",
                            out.toString(),
                            "Name a file in a folder that is there and may be written to, and see that its disk has space."),
                    e);
        }
        return members.count();
    }
}
