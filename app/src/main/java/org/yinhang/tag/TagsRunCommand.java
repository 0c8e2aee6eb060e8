package org.yinhang.tag;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.tag.TagQuality;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.lake.tag.TagRun;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Computes every approved tag of every customer and puts the result in force. */
@Command(
        name = "run",
        description =
                "Computes every approved tag of every customer and puts the result in force, all of it or nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 in force, 1 stopped by a fault (the run before stays in force), 2 wrong option."})
final class TagsRunCommand implements Callable<Integer> {

    @Mixin
    private TagSource source = new TagSource();

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description =
                    "Nothing that happened on this day or later is seen (default: today, or the day of the newest load).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "How many finished runs to keep (default: ${DEFAULT-VALUE}).",
            defaultValue = "7")
    private int keep = 7;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ConsoleProgress progress = ConsoleProgress.onStandardError();
        Lake lake = source.lake();
        Snapshot snapshot = lake.current();
        long start = System.nanoTime();
        ScoredTags scored = source.scores().of(TagCatalogue.compile(source.tags(), snapshot), snapshot);
        TagReport report = TagRun.run(
                lake,
                snapshot,
                scored.catalogue(),
                source.asOf(Optional.ofNullable(asOf), snapshot),
                scored,
                source.runs(),
                new TagRun.Settings(Runtime.getRuntime().availableProcessors(), Math.max(1, keep)),
                json ? Progress.SILENT : progress);
        progress.finish();
        double seconds = (System.nanoTime() - start) / 1e9;
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? json(report, seconds) : plain(report, seconds));
        out.flush();
        return 0;
    }

    private static String plain(TagReport report, double seconds) {
        StringBuilder text = new StringBuilder();
        report.tags().stream().filter(tag -> !tag.isSound()).forEach(tag -> tag.verdicts().stream()
                .filter(verdict -> !verdict.holds())
                .forEach(verdict -> text.append("%s: %s %.3f (expected %.3f)%n"
                        .formatted(tag.id(), verdict.rule(), verdict.found(), verdict.bound()))));
        return text.append("run 第 %d 次, as of %s 截至, %,d customers 客户, %d tags 标签, %d with a value 有值, %.1f s"
                        .formatted(
                                report.number(),
                                report.asOf(),
                                report.customers(),
                                report.tags().size(),
                                report.tags().stream()
                                        .filter(tag -> tag.figures().known() > 0)
                                        .count(),
                                seconds))
                .toString();
    }

    private static String json(TagReport report, double seconds) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("run", report.number());
        root.put("asOf", report.asOf().toString());
        root.put("snapshot", report.snapshot());
        root.put("customers", report.customers());
        root.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
        List<Map<String, Object>> tags =
                report.tags().stream().map(TagsRunCommand::tag).toList();
        root.put("tags", tags);
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static Map<String, Object> tag(TagQuality tag) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("id", tag.id());
        written.put("version", tag.version());
        written.put("coverage", tag.figures().coverage());
        written.put("values", tag.figures().values());
        written.put("drift", tag.drift().orElse(null));
        written.put("sound", tag.isSound());
        return written;
    }
}
