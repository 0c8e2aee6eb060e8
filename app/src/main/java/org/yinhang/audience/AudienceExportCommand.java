package org.yinhang.audience;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.Samples;
import org.yinhang.core.audience.Strata.Stratum;
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

    @Mixin
    private ListFile file = new ListFile();

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
        int written = source.ask(question -> file.write(drawn(question), source));
        PrintWriter words = Objects.requireNonNull(spec).commandLine().getOut();
        words.printf("%,d customers 客户 → %s%n", written, file.place());
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
}
