package org.yinhang.audience;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.audience.LookAlike;
import org.yinhang.core.audience.LookAlikeSettings;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Leaves;
import org.yinhang.lake.tag.TagQuality;
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

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write; replaced if there.")
    private Path out = Path.of("");

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
            Audience alike = question.selector().select(question.predicate());
            Audience base = question.selector().select(question.base());
            LookAlikeSettings usual = LookAlikeSettings.usual(seed);
            LookAlike model = LookAlike.learn(
                    question.index(),
                    alike,
                    base,
                    new LookAlikeSettings(related(question), usual.mostSeeds(), usual.mostOthers(), usual.seed()));
            Audience found = model.nearest(base.except(alike), top, question.workers());
            AudienceExportCommand.write(found, out);
            words.printf(
                    "%,d customers 客户 → %s; seed 种子 %,d, held-out AUC 留出 %.3f%n",
                    found.count(), out, alike.count(), model.auc());
            model.influences().stream()
                    .limit(SHOWN)
                    .forEach(influence -> words.printf("  %-28s %.3f%n", influence.tag(), influence.deviation()));
            return found;
        });
        words.flush();
        return 0;
    }

    /**
     * The tags that would only find the definition again: those the seed is defined by, those they stand on, and whatever
     * stands on any of these.
     */
    private static Set<String> related(AudienceSource.Question question) {
        Set<String> related = Leaves.of(question.predicate()).stream()
                .filter(leaf -> leaf instanceof Reference)
                .map(leaf -> ((Reference) leaf).field().name())
                .collect(Collectors.toCollection(TreeSet::new));
        // Tags stand in the order of computation: what a tag stands on comes before it.
        List<TagQuality> tags = question.report().tags();
        tags.reversed().stream().filter(tag -> related.contains(tag.id())).forEach(tag -> related.addAll(tag.reads()));
        tags.stream()
                .filter(tag -> tag.reads().stream().anyMatch(related::contains))
                .forEach(tag -> related.add(tag.id()));
        return related;
    }
}
