package org.yinhang.audience;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the customers most like those a predicate means, and how well they can be told from the others. */
@Command(
        name = "look-alike",
        description = "Finds the customers most like those a predicate means, by a model over the other tags.",
        mixinStandardHelpOptions = true)
final class LookAlikeCommand implements Callable<Integer> {

    private static final int SHOWN = 10;

    @Mixin
    private AudienceSource source = new AudienceSource();

    @Option(names = "--top", paramLabel = "N", required = true, description = "How many to find.")
    private int top;

    @Mixin
    private ListFile file = new ListFile();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "The samples follow from it (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter words = Objects.requireNonNull(spec).commandLine().getOut();
        source.ask(question -> {
            Likeness found = Likeness.of(
                    question.index(),
                    question.selector().select(question.predicate()),
                    question.selector().select(question.base()),
                    Likeness.related(AudienceSource.references(question.predicate()), question.report()),
                    Math.max(0, top),
                    seed,
                    question.workers());
            file.write(found.found(), source);
            words.printf(
                    "%,d customers 客户 → %s; seed 种子 %,d, held-out AUC 留出 %.3f%n",
                    found.found().count(), file.place(), found.seeds(), found.auc());
            found.influences().stream()
                    .limit(SHOWN)
                    .forEach(influence -> words.printf("  %-28s %.3f%n", influence.tag(), influence.deviation()));
            return found;
        });
        words.flush();
        return 0;
    }
}
