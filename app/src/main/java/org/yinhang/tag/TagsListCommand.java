package org.yinhang.tag;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.tag.CompiledTag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagCategory;
import org.yinhang.lake.tag.TagQuality;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the tags after checking all of them, with what the last run found. */
@Command(
        name = "list",
        description = "Checks the catalogue and lists its tags, with the coverage and drift of the last run.",
        mixinStandardHelpOptions = true)
final class TagsListCommand implements Callable<Integer> {

    @Mixin
    private TagSource source = new TagSource();

    @Option(names = "--category", description = "Only tags of one category: ${COMPLETION-CANDIDATES}.")
    private @Nullable TagCategory category;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        TagCatalogue catalogue =
                TagCatalogue.compile(source.tags(), source.lake().current());
        TagRuns runs = source.runs();
        Optional<TagReport> report = runs.current().map(runs::report);
        catalogue.tags().stream()
                .filter(tag -> category == null || tag.tag().category() == category)
                .forEach(tag -> out.println(line(tag, report.flatMap(r -> r.tag(tag.id())))));
        report.ifPresent(r -> out.printf("run 第 %d 次, as of %s 截至%n", r.number(), r.asOf()));
        out.flush();
        return 0;
    }

    private static String line(CompiledTag tag, Optional<TagQuality> found) {
        return String.format(
                Locale.ROOT,
                "%-24s %-9s %-10s v%-3d %s  %s · %s",
                tag.id(),
                tag.tag().type().name().toLowerCase(Locale.ROOT),
                tag.kind().name().toLowerCase(Locale.ROOT),
                tag.tag().governance().version(),
                found.map(TagsListCommand::figures).orElse("     –       "),
                tag.tag().zh(),
                tag.tag().en());
    }

    private static String figures(TagQuality quality) {
        return String.format(
                Locale.ROOT,
                "%5.1f%% %s",
                100 * quality.figures().coverage(),
                quality.drift().map(d -> String.format(Locale.ROOT, "%6.3f", d)).orElse("     –"));
    }
}
