package org.yinhang.tag.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yinhang.lake.tag.TagCategory;
import org.yinhang.lake.tag.TagKind;
import org.yinhang.lake.tag.TagQuality;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** The catalogue of tags as a list. */
final class TagList {

    private TagList() {}

    static ListDefinition<TagRow> of() {
        List<Column<TagRow>> columns = List.of(
                Column.<TagRow>of("name", "tag.column.name", (r, page) -> new Cell.Words(TagWords.name(r.tag(), page)))
                        .sortable(),
                Column.<TagRow>of(
                                "id",
                                "tag.column.id",
                                r -> new Cell.Code(r.tag().id()))
                        .sortable(),
                Column.<TagRow>of(
                        "category",
                        "tag.column.category",
                        (r, page) -> new Cell.Words(page.t(TagWords.key(r.tag().category())))),
                Column.<TagRow>of(
                        "kind",
                        "tag.column.kind",
                        (r, page) -> new Cell.Words(page.t(TagWords.key(r.tag().kind())))),
                Column.<TagRow>of("coverage", "tag.column.coverage", TagList::coverage)
                        .sortable(),
                Column.<TagRow>of("most", "tag.column.most", TagList::most),
                Column.<TagRow>number("drift", "tag.column.drift", TagList::drift)
                        .sortable(),
                Column.<TagRow>of("state", "tag.column.state", TagList::state),
                Column.<TagRow>of(
                                "owner",
                                "tag.column.owner",
                                r -> new Cell.Words(r.tag().governance().owner()))
                        .whenChosen(),
                Column.<TagRow>number(
                                "version",
                                "tag.column.version",
                                r -> new Cell.Count(r.tag().governance().version()))
                        .whenChosen());
        List<ListFilter> filters = List.of(
                new ListFilter.OneOf(
                        "category",
                        "tag.column.category",
                        Arrays.stream(TagCategory.values())
                                .map(c -> new ListFilter.Option(c.name().toLowerCase(Locale.ROOT), TagWords.key(c)))
                                .toList()),
                new ListFilter.OneOf(
                        "kind",
                        "tag.column.kind",
                        Arrays.stream(TagKind.values())
                                .map(k -> new ListFilter.Option(k.name().toLowerCase(Locale.ROOT), TagWords.key(k)))
                                .toList()),
                new ListFilter.OneOf(
                        "state",
                        "tag.column.state",
                        List.of(
                                new ListFilter.Option("sound", "tag.state.sound"),
                                new ListFilter.Option("unsound", "tag.state.unsound"))));
        return ListDefinition.of("tags", columns, filters, true)
                .leadingTo(r -> "/tags/" + r.tag().id());
    }

    private static Cell coverage(TagRow row, PageFrame page) {
        return row.quality() == null
                ? new Cell.Nothing()
                : new Cell.Words(page.formats().percent(row.coverage()));
    }

    private static Cell most(TagRow row, PageFrame page) {
        TagQuality quality = row.quality();
        if (quality == null) {
            return new Cell.Nothing();
        }
        return quality.figures().values().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .<Cell>map(most -> new Cell.Words("%s %s"
                        .formatted(
                                TagWords.value(row.tag(), most.getKey(), page),
                                page.formats()
                                        .percent((double) most.getValue()
                                                / Math.max(1, quality.figures().known())))))
                .orElseGet(Cell.Nothing::new);
    }

    private static Cell drift(TagRow row) {
        return row.drift() < 0 ? new Cell.Nothing() : new Cell.Words(String.format(Locale.ROOT, "%.3f", row.drift()));
    }

    static Cell state(TagRow row, PageFrame page) {
        if (row.quality() == null) {
            return new Cell.Mark(Meaning.WATCH, page.t("tag.state.waiting"));
        }
        return row.quality().isSound()
                ? new Cell.Mark(Meaning.GOOD, page.t("tag.state.sound"))
                : new Cell.Mark(Meaning.BAD, page.t("tag.state.unsound"));
    }
}
