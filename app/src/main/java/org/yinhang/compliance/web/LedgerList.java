package org.yinhang.compliance.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yinhang.compliance.LedgerEntry;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** The contact ledger as a list. */
final class LedgerList {

    static final List<String> CHANNELS = List.of("sms", "call", "wecom", "email", "push", "branch", "visit");

    private LedgerList() {}

    static ListDefinition<LedgerEntry> of(PageFrame page, Map<Integer, String> names) {
        List<Column<LedgerEntry>> columns = List.of(
                Column.<LedgerEntry>of("at", "compliance.column.at", e -> new Cell.Moment(e.at())),
                Column.<LedgerEntry>of(
                        "customer",
                        "compliance.column.customer",
                        e -> new Cell.Words(names.getOrDefault(e.customer(), "") + " " + e.customer())),
                Column.<LedgerEntry>of("campaign", "compliance.column.campaign", e -> words(e.campaign())),
                Column.<LedgerEntry>of(
                        "channel",
                        "compliance.column.channel",
                        (e, p) -> new Cell.Words(ComplianceWords.channel(e.channel(), p))),
                Column.<LedgerEntry>of("verdict", "compliance.column.verdict", LedgerList::verdict),
                Column.<LedgerEntry>of(
                        "reasons", "compliance.column.reasons", (e, p) -> words(ComplianceWords.of(e.reasons(), p))),
                Column.<LedgerEntry>of("staff", "compliance.column.staff", e -> words(e.staff())),
                Column.<LedgerEntry>of("wave", "compliance.column.wave", e -> words(e.wave()))
                        .whenChosen(),
                Column.<LedgerEntry>of("copy", "compliance.column.copy", e -> words(e.copy()))
                        .whenChosen(),
                Column.<LedgerEntry>of("sender", "compliance.column.sender", e -> words(e.sender()))
                        .whenChosen(),
                Column.<LedgerEntry>of("touch", "compliance.column.touch", e -> new Cell.Code(e.touch()))
                        .whenChosen(),
                Column.<LedgerEntry>of("rules", "compliance.column.rules", e -> words(e.rules()))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "verdict",
                        "compliance.column.verdict",
                        List.of(
                                new ListFilter.Option("cleared", "compliance.verdict.cleared"),
                                new ListFilter.Option("withheld", "compliance.verdict.withheld"))),
                channels(page),
                new ListFilter.OneOf(
                        "reason",
                        "compliance.column.reasons",
                        Arrays.stream(ReasonCode.values())
                                .map(code -> new ListFilter.Option(
                                        code.name(), code.guard() + " " + ComplianceWords.of(code, page)))
                                .toList()),
                new ListFilter.Day("from", "compliance.from"),
                new ListFilter.Day("to", "compliance.to"));
        return ListDefinition.of("contacts", columns, filters, true)
                .leadingTo(e -> "/compliance/customers/" + e.customer());
    }

    static ListFilter channels(PageFrame page) {
        return new ListFilter.OneOf(
                "channel",
                "compliance.column.channel",
                CHANNELS.stream()
                        .map(channel -> new ListFilter.Option(channel, ComplianceWords.channel(channel, page)))
                        .toList());
    }

    static Cell verdict(LedgerEntry entry, PageFrame page) {
        if (entry.isOfBank()) {
            return new Cell.Mark(Meaning.PLAIN, page.t("compliance.verdict.bank"));
        }
        return entry.cleared()
                ? new Cell.Mark(Meaning.GOOD, page.t("compliance.verdict.cleared"))
                : new Cell.Mark(Meaning.BLOCKED, page.t("compliance.verdict.withheld"));
    }

    private static Cell words(String words) {
        return words.isBlank() ? new Cell.Nothing() : new Cell.Words(words);
    }
}
