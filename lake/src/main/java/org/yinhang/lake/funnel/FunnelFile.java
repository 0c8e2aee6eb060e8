package org.yinhang.lake.funnel;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinhang.core.funnel.FunnelRules;
import org.yinhang.lake.funnel.Funnel.Condition;
import org.yinhang.lake.yaml.YamlNode;

/** Reads a funnel's declaration. */
public final class FunnelFile {

    /** The table of a funnel over an event log. */
    static final String LOG = "log";

    private static final Pattern TIME = Pattern.compile("(\\d{1,6})\\s*(minutes?|hours?|days?|weeks?|分钟|小时|天|周)");

    private FunnelFile() {}

    /**
     * Reads a file.
     *
     * @throws org.yinhang.core.fault.FaultException with file and line of what is wrong
     */
    public static Funnel read(Path file) {
        return read(YamlNode.read(file));
    }

    /** Reads a text; {@code name} is the place its faults name. */
    public static Funnel parse(String text, String name) {
        return read(YamlNode.parse(text, name));
    }

    private static Funnel read(YamlNode root) {
        root.only(
                "zh",
                "en",
                "from",
                "until",
                "window",
                "mature",
                "customers",
                "steps",
                "exclude",
                "breakdown",
                "reasons",
                "log");
        List<YamlNode> steps = root.get("steps").list();
        List<YamlNode> exclusions = root.find("exclude").map(YamlNode::list).orElse(List.of());
        if (steps.size() < 2 || steps.size() + exclusions.size() > FunnelRules.MOST_CONDITIONS) {
            throw root.get("steps")
                    .wrong(
                            "A funnel of %d steps and %d exclusions cannot be counted."
                                    .formatted(steps.size(), exclusions.size()),
                            "Write at least 2 steps, and at most %d together.".formatted(FunnelRules.MOST_CONDITIONS));
        }
        Optional<Funnel.LogColumns> log = root.find(LOG).map(node -> {
            node.only("case", "at", "order");
            return new Funnel.LogColumns(
                    node.get("case").text(),
                    node.get("at").text(),
                    node.find("order").map(YamlNode::text));
        });
        return new Funnel(
                root.get("zh").text(),
                root.get("en").text(),
                root.find("from").map(FunnelFile::day),
                root.find("until").map(FunnelFile::day),
                root.find("window").map(FunnelFile::micros).orElse(FunnelRules.ALWAYS),
                root.flag("mature", true),
                root.find("customers").map(FunnelFile::condition),
                steps.stream().map(step -> step(step, log.isPresent())).toList(),
                exclusions.stream()
                        .map(node -> exclusion(node, steps.size(), log.isPresent()))
                        .toList(),
                root.find("breakdown").map(YamlNode::list).orElse(List.of()).stream()
                        .map(FunnelFile::condition)
                        .toList(),
                root.find("reasons").map(YamlNode::list).orElse(List.of()).stream()
                        .map(node -> reason(node, log.isPresent()))
                        .toList(),
                log);
    }

    private static Funnel.Step step(YamlNode node, boolean isLog) {
        node.only("zh", "en", "table", "where", "within");
        return new Funnel.Step(
                node.get("zh").text(),
                node.get("en").text(),
                table(node, isLog),
                node.find("where").map(FunnelFile::condition),
                node.find("within").map(FunnelFile::micros).orElse(FunnelRules.ALWAYS));
    }

    private static Funnel.Exclusion exclusion(YamlNode node, int steps, boolean isLog) {
        node.only("table", "where", "after", "before");
        int after = node.get("after").whole(1, steps - 1);
        return new Funnel.Exclusion(
                table(node, isLog),
                condition(node.get("where")),
                after,
                node.find("before")
                        .map(before -> before.whole(after + 1, steps))
                        .orElse(after + 1));
    }

    private static Funnel.Reason reason(YamlNode node, boolean isLog) {
        node.only("zh", "en", "table", "column");
        return new Funnel.Reason(
                node.get("zh").text(), node.get("en").text(), table(node, isLog), condition(node.get("column")));
    }

    private static Condition table(YamlNode node, boolean isLog) {
        return isLog ? new Condition(LOG, node.where()) : condition(node.get("table"));
    }

    private static Condition condition(YamlNode node) {
        return new Condition(node.text(), node.where());
    }

    private static LocalDate day(YamlNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong("'%s' is not a day.".formatted(node.text()), "Write it as 2026-01-31.");
        }
    }

    private static long micros(YamlNode node) {
        Matcher time = TIME.matcher(node.text().strip());
        if (!time.matches()) {
            throw node.wrong(
                    "'%s' is not a length of time.".formatted(node.text()),
                    "Write it as 30 days, 12 hours or 45 minutes.");
        }
        long length = Long.parseLong(time.group(1));
        Duration unit =
                switch (time.group(2).charAt(0)) {
                    case 'm', '分' -> Duration.ofMinutes(1);
                    case 'h', '小' -> Duration.ofHours(1);
                    case 'w', '周' -> Duration.ofDays(7);
                    default -> Duration.ofDays(1);
                };
        return length * unit.toMillis() * 1_000;
    }
}
