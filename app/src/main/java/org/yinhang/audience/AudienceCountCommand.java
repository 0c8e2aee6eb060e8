package org.yinhang.audience;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.audience.UnseenValue;
import org.yinhang.core.predicate.ExpressionText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Counts the customers a predicate means. */
@Command(
        name = "count",
        description =
                "Counts the customers a predicate means on the tags in force, and how many of them would be approved.",
        mixinStandardHelpOptions = true)
final class AudienceCountCommand implements Callable<Integer> {

    @Mixin
    private AudienceSource source = new AudienceSource();

    @Option(
            names = "--json",
            description =
                    "Print one JSON object: count, base, share, asOf, milliseconds, predicate, unseen (values nobody has), and under passRate what"
                            + " is expected of applications and what became of past ones.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String answer = source.ask(question -> {
            long start = System.nanoTime();
            long count = question.selector().count(question.predicate());
            double millis = Math.round((System.nanoTime() - start) / 1e4) / 100.0;
            long base = question.index().customers();
            PassRateText passRate = new PassRateText(question.passRate(), question.tags());
            List<UnseenValue> unseen = UnseenValue.of(question.predicate(), question.index());
            if (!json) {
                String notes = unseen.stream()
                        .map(value -> "nobody has 没有客户的 %s = '%s'%n"
                                .formatted(value.field().name(), value.text()))
                        .collect(Collectors.joining());
                return "%,d of 共 %,d customers 客户, as of %s 截至, %.2f ms%n%s%s"
                        .formatted(count, base, question.asOf().day(), millis, notes, passRate.lines());
            }
            Map<String, Object> root = new LinkedHashMap<>();
            root.put("count", count);
            root.put("base", base);
            root.put("share", base == 0 ? 0 : (double) count / base);
            root.put("asOf", question.asOf().day().toString());
            root.put("milliseconds", millis);
            root.put("predicate", ExpressionText.of(question.predicate()));
            root.put(
                    "unseen",
                    unseen.stream()
                            .map(value -> Map.of("tag", value.field().name(), "value", value.text()))
                            .toList());
            root.put("passRate", passRate.json());
            return JsonMapper.shared().writeValueAsString(root);
        });
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(answer);
        out.flush();
        return 0;
    }
}
