package org.yinhang.audience.web;

import java.util.List;
import java.util.Map;
import org.yinhang.audience.PassRate;
import org.yinhang.audience.SavedAudience;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.web.PageFrame;

/** The list of saved audiences, each with its size today. */
final class AudienceList {

    private AudienceList() {}

    /** @param rates size and pass rate of each, by its number; one that cannot be counted is missing */
    static ListDefinition<SavedAudience> of(Map<Long, PassRate> rates) {
        List<Column<SavedAudience>> columns = List.of(
                Column.<SavedAudience>of("name", "audience.column.name", a -> new Cell.Words(a.name()))
                        .sortable(),
                Column.<SavedAudience>number("count", "audience.column.count", a -> count(rates, a))
                        .sortable(),
                Column.<SavedAudience>number("passRate", "audience.column.pass-rate", a -> rate(rates, a))
                        .sortable(),
                Column.<SavedAudience>of("predicate", "audience.column.predicate", a -> new Cell.Code(a.predicate())),
                Column.<SavedAudience>of("kind", "audience.column.kind", AudienceList::kind),
                Column.<SavedAudience>of("owner", "audience.column.owner", a -> new Cell.Words(a.owner()))
                        .whenChosen(),
                Column.<SavedAudience>number("version", "audience.column.version", a -> new Cell.Count(a.version()))
                        .whenChosen(),
                Column.<SavedAudience>of("changed", "audience.column.changed", a -> new Cell.Moment(a.changedAt()))
                        .sortable());
        List<ListFilter> filters = List.of(new ListFilter.OneOf(
                "kind",
                "audience.column.kind",
                List.of(
                        new ListFilter.Option("own", "audience.kind.own"),
                        new ListFilter.Option("shared", "audience.kind.shared"),
                        new ListFilter.Option("ready", "audience.kind.ready"))));
        return ListDefinition.of("audiences", columns, filters, true).leadingTo(a -> "/audiences/" + a.id());
    }

    private static Cell count(Map<Long, PassRate> rates, SavedAudience audience) {
        PassRate rate = rates.get(audience.id());
        return rate == null ? new Cell.Nothing() : new Cell.Count(rate.members());
    }

    private static Cell rate(Map<Long, PassRate> rates, SavedAudience audience) {
        PassRate rate = rates.get(audience.id());
        return rate == null || rate.basis() == PassRate.Basis.UNKNOWN
                ? new Cell.Nothing()
                : new Cell.Share(rate.rate());
    }

    static String kindOf(SavedAudience audience) {
        return audience.isStandard() ? "ready" : audience.isShared() ? "shared" : "own";
    }

    private static Cell kind(SavedAudience audience, PageFrame page) {
        return new Cell.Words(page.t("audience.kind." + kindOf(audience)));
    }
}
