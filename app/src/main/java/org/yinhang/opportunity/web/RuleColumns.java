package org.yinhang.opportunity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yinhang.opportunity.OpportunityRule;
import org.yinhang.opportunity.RuleLine;
import org.yinhang.opportunity.RuleRun;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** Rules of identification as a list. */
final class RuleColumns {

    private RuleColumns() {}

    /** The list. */
    static ListDefinition<RuleLine> of(OpportunityWords.Words words) {
        List<Column<RuleLine>> columns = List.of(
                Column.of(
                        "why",
                        "opportunity.rules.why",
                        (line, page) -> new Cell.Words(
                                page.texts().isChinese()
                                        ? rule(line).zh()
                                        : rule(line).en())),
                Column.<RuleLine>of(
                                "other",
                                "opportunity.rules.why.other",
                                (line, page) -> new Cell.Words(
                                        page.texts().isChinese()
                                                ? rule(line).en()
                                                : rule(line).zh()))
                        .whenChosen(),
                Column.<RuleLine>of("code", "opportunity.rules.code", line -> new Cell.Code(line.code()))
                        .whenChosen(),
                Column.of("state", "opportunity.rules.on", RuleColumns::state),
                Column.number("chosen", "opportunity.rules.chosen", line -> run(line)
                        .<Cell>map(run -> new Cell.Count(run.outcome().chosen()))
                        .orElseGet(Cell.Nothing::new)),
                Column.number("opened", "opportunity.rules.opened", line -> run(line)
                        .<Cell>map(run -> new Cell.Count(run.outcome().opened()))
                        .orElseGet(Cell.Nothing::new)),
                Column.of("version", "opportunity.rules.version", RuleColumns::version),
                Column.<RuleLine>of(
                                "when",
                                "opportunity.rules.when",
                                line -> new Cell.Code(rule(line).when()))
                        .whenChosen(),
                Column.number(
                        "expires",
                        "opportunity.rules.expires",
                        line -> new Cell.Count(rule(line).expiresDays())),
                Column.number(
                        "clock",
                        "opportunity.rules.clock",
                        line -> new Cell.Count(rule(line).clockHours())),
                Column.number(
                        "again",
                        "opportunity.rules.again",
                        line -> new Cell.Count(rule(line).againDays())),
                Column.of(
                        "products",
                        "opportunity.lists.products",
                        (line, page) -> new Cell.Words(rule(line).products().stream()
                                .map(code -> words.product(code, page))
                                .collect(Collectors.joining(page.texts().isChinese() ? "、" : ", ")))));
        return ListDefinition.of(
                        "opportunity-rules",
                        columns,
                        List.of(new ListFilter.OneOf(
                                "state",
                                "opportunity.rules.on",
                                List.of(
                                        new ListFilter.Option("on", "opportunity.rules.is-on"),
                                        new ListFilter.Option("off", "opportunity.rules.is-off"),
                                        new ListFilter.Option("draft", "opportunity.rules.waits"),
                                        new ListFilter.Option("own", "opportunity.rules.own")))),
                        true)
                .leadingTo(line -> "/opportunity-rules/" + line.code());
    }

    /** One page of all: there are never many. */
    static Slice<RuleLine> page(List<RuleLine> all, ListQuery query) {
        String text = query.text().strip().toLowerCase(Locale.ROOT);
        List<RuleLine> found = all.stream()
                .filter(line ->
                        query.filter("state").map(state -> is(line, state)).orElse(true))
                .filter(line -> text.isEmpty()
                        || (line.code() + " " + rule(line).zh() + " "
                                        + rule(line).en() + " " + rule(line).when())
                                .toLowerCase(Locale.ROOT)
                                .contains(text))
                .toList();
        return new Slice<>(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    private static boolean is(RuleLine line, String state) {
        return switch (state) {
            case "on" -> line.isOn();
            case "off" -> !line.isOn();
            case "draft" -> line.draft().isPresent();
            case "own" -> line.shipped().isEmpty();
            default -> true;
        };
    }

    private static OpportunityRule rule(RuleLine line) {
        return line.present().rule();
    }

    private static Optional<RuleRun> run(RuleLine line) {
        return line.runs().stream().findFirst();
    }

    private static Cell state(RuleLine line, PageFrame page) {
        String waits = line.draft().isPresent() ? " · " + page.t("opportunity.rules.waits") : "";
        if (line.inForce().isEmpty()) {
            return new Cell.Mark(Meaning.WATCH, page.t(line.newest().state().messageKey()));
        }
        return line.isOn()
                ? new Cell.Mark(Meaning.GOOD, page.t("opportunity.rules.is-on") + waits)
                : new Cell.Mark(Meaning.BLOCKED, page.t("opportunity.rules.is-off") + waits);
    }

    private static Cell version(RuleLine line, PageFrame page) {
        int version = line.present().version();
        return new Cell.Words(version == 0 ? page.t("opportunity.rules.shipped") : "v" + version);
    }
}
