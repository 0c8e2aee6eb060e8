package org.yinhang.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.funnel.Funnel;
import org.yinhang.lake.funnel.FunnelResult;
import org.yinhang.lake.funnel.PathMoment;
import tools.jackson.databind.json.JsonMapper;

/** A counted funnel for a terminal and for programs. */
final class FunnelText {

    private static final int GROUPS_SHOWN = 12;

    private FunnelText() {}

    static String plain(FunnelResult result, List<PathMoment> path, double seconds) {
        StringBuilder text = new StringBuilder();
        Funnel funnel = result.funnel();
        text.append("%s · %s, journeys begun before 起始早于 %s%n".formatted(funnel.zh(), funnel.en(), result.until()));
        for (int step = 0; step < result.steps().size(); step++) {
            FunnelResult.Step counted = result.steps().get(step);
            text.append(String.format(
                    Locale.ROOT,
                    "%2d %,12d %7s %7s  %-9s %-9s %s · %s%n",
                    step + 1,
                    counted.reached(),
                    percent(result.share(step)),
                    step == 0 ? "" : percent(result.conversion(step)),
                    time(counted.median()),
                    time(counted.slow()),
                    funnel.steps().get(step).zh(),
                    funnel.steps().get(step).en()));
            for (FunnelResult.Reason reason : result.losses().get(step).reasons()) {
                text.append(String.format(
                        Locale.ROOT,
                        "     %,10d  %s: %s%n",
                        reason.customers(),
                        reason.declared().zh(),
                        reason.zh().map(zh -> zh + " " + reason.value()).orElse(reason.value())));
            }
            long silent = result.losses().get(step).silent();
            if (silent > 0) {
                text.append(String.format(Locale.ROOT, "     %,10d  nothing more 无后续%n", silent));
            }
        }
        for (FunnelResult.Split split : result.splits()) {
            text.append(split.name()).append(System.lineSeparator());
            split.groups().stream()
                    .limit(GROUPS_SHOWN)
                    .forEach(group -> text.append(String.format(
                            Locale.ROOT,
                            "  %-28s %s%n",
                            group.zh().orElse(group.value().orElse("–")),
                            group.reached().stream()
                                    .map(count -> String.format(Locale.ROOT, "%,d", count))
                                    .collect(Collectors.joining(" → ")))));
        }
        for (PathMoment moment : path) {
            text.append(String.format(
                    Locale.ROOT,
                    "  +%-9s %-14s %s%s%n",
                    time(OptionalLong.of(moment.micros())),
                    moment.table(),
                    moment.values().stream()
                            .map(value -> value.column() + "=" + value.code())
                            .collect(Collectors.joining(" ")),
                    moment.step().isPresent() ? "  ← " + (moment.step().getAsInt() + 1) : ""));
        }
        return text.append(String.format(Locale.ROOT, "%.1f s", seconds)).toString();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String time(OptionalLong micros) {
        return micros.isPresent() ? Elapsed.of(micros.getAsLong()).text() : "";
    }

    static String json(FunnelResult result, List<PathMoment> path, double seconds) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("funnel", result.funnel().en());
        root.put("until", result.until().toString());
        root.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
        root.put(
                "steps",
                IntStream.range(0, result.steps().size())
                        .mapToObj(step -> step(result, step))
                        .toList());
        Map<String, Object> splits = new LinkedHashMap<>();
        result.splits()
                .forEach(split -> splits.put(
                        split.name(),
                        split.groups().stream()
                                .map(group -> {
                                    Map<String, Object> written = new LinkedHashMap<>();
                                    written.put("value", group.value().orElse(null));
                                    written.put("reached", group.reached());
                                    return written;
                                })
                                .toList()));
        root.put("breakdown", splits);
        if (!path.isEmpty()) {
            root.put("path", path.stream().map(FunnelText::moment).toList());
        }
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static Map<String, Object> step(FunnelResult result, int step) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("step", result.funnel().steps().get(step).en());
        written.put("reached", result.steps().get(step).reached());
        written.put("share", finite(result.share(step)));
        written.put("conversion", step == 0 ? null : finite(result.conversion(step)));
        written.put("medianHours", hours(result.steps().get(step).median()));
        written.put("slowHours", hours(result.steps().get(step).slow()));
        written.put("lost", result.losses().get(step).lost());
        written.put(
                "reasons",
                result.losses().get(step).reasons().stream()
                        .map(reason -> Map.of(
                                "reason", reason.declared().en(),
                                "value", reason.value(),
                                "customers", reason.customers()))
                        .toList());
        return written;
    }

    private static @Nullable Double finite(double value) {
        return Double.isNaN(value) ? null : Math.round(value * 1e6) / 1e6;
    }

    private static @Nullable Double hours(OptionalLong micros) {
        return micros.isPresent() ? Math.round(micros.getAsLong() / 3.6e6) / 1_000.0 : null;
    }

    private static Map<String, Object> moment(PathMoment moment) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("hours", hours(OptionalLong.of(moment.micros())));
        written.put("table", moment.table());
        moment.values().forEach(value -> written.put(value.column(), value.code()));
        if (moment.step().isPresent()) {
            written.put("step", moment.step().getAsInt() + 1);
        }
        return written;
    }
}
