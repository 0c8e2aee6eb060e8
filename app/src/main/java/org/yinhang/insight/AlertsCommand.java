package org.yinhang.insight;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.compliance.rules.RuleTexts;
import org.yinhang.core.progress.Progress;
import org.yinhang.shared.ConsoleProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Conversions that departed from their seasonal history, with the dimension behind it. */
@Command(
        name = "alerts",
        description =
                "Conversions that departed from their seasonal history in the last four weeks, and what explains it.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  yinhang alerts --data data", "  yinhang alerts --data data --as-of 2026-06-30 --json"})
public final class AlertsCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions source = new LakeOptions();

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ConsoleProgress console = ConsoleProgress.onStandardError();
        LakeOptions.Pinned pinned = source.open();
        List<WatchedConversion> judged = new ConversionJudge(
                        pinned.lake(),
                        pinned.snapshot(),
                        pinned.day(),
                        ContactRules.of(RuleTexts.shipped(), LakeOptions.ZONE).calendar()::kindOf)
                .all(json ? Progress.SILENT : console);
        console.finish();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(
                json
                        ? JsonMapper.shared().writeValueAsString(judged)
                        : judged.stream().map(AlertsCommand::text).collect(Collectors.joining("\n")));
        out.flush();
        return 0;
    }

    private static String text(WatchedConversion one) {
        String head = "%s · %s, to 至 %s: %s"
                .formatted(
                        one.zh(),
                        one.en(),
                        one.last(),
                        one.isJudged() ? one.alerts().size() + " alerts 条预警" : "too little history 历史太少");
        return one.alerts().stream()
                .map(alert -> String.format(
                        Locale.ROOT,
                        "%n  %s – %s: %.0f of 预期 %.0f (%+.1f %%), z %+.1f, %s",
                        alert.since(),
                        alert.day(),
                        alert.found(),
                        alert.expected(),
                        100 * (alert.found() / alert.expected() - 1),
                        alert.z(),
                        alert.dimension().isEmpty()
                                ? "everywhere 普遍"
                                : alert.dimension() + " = "
                                        + alert.causes().stream()
                                                .map(cause -> String.format(
                                                        Locale.ROOT,
                                                        "%s (%+.1f %%)",
                                                        cause.value(),
                                                        100 * (cause.found() / cause.expected() - 1)))
                                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("", head, ""));
    }
}
