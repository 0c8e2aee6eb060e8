package org.yinhang.tag.web;

import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yinhang.lake.tag.TagCategory;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagShelf;
import yinhang.pages.Templates;

/** The catalogue of tags. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class TagsController {

    private final TagDefinitions definitions;
    private final TagShelf shelf;
    private final ListExport export;
    private final Templates templates;

    TagsController(TagDefinitions definitions, TagShelf shelf, ListExport export, Templates templates) {
        this.definitions = definitions;
        this.shelf = shelf;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/tags")
    JteModel list(@ListKey("tags") ListQuery query, PageFrame page) {
        List<TagRow> rows = rows();
        Map<TagCategory, Long> categories = new EnumMap<>(TagCategory.class);
        rows.forEach(row -> categories.merge(row.tag().category(), 1L, Long::sum));
        return templates.tagList(
                page,
                TagList.of().fill(query, slice(query, rows, page), page),
                shelf.report().orElse(null),
                categories,
                definitions.drafts());
    }

    @RequestMapping(
            path = "/tags.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        List<TagRow> rows = rows();
        return export.write(TagList.of(), page.t("tag.title"), query, page, next -> slice(next, rows, page));
    }

    private List<TagRow> rows() {
        Optional<TagReport> report = shelf.report();
        return definitions.inForce().stream()
                .map(tag -> new TagRow(tag, report.flatMap(r -> r.tag(tag.id())).orElse(null)))
                .toList();
    }

    private static Slice<TagRow> slice(ListQuery query, List<TagRow> rows, PageFrame page) {
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        List<TagRow> found = rows.stream()
                .filter(r -> (r.tag().id() + " " + r.tag().zh() + " " + r.tag().en() + " "
                                + r.tag().note())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .filter(r -> is(query, "category", r.tag().category().name()))
                .filter(r -> is(query, "kind", r.tag().kind().name()))
                .filter(r ->
                        is(query, "state", r.quality() != null && r.quality().isSound() ? "sound" : "unsound"))
                .sorted(order(query, page))
                .toList();
        return new Slice<>(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    private static boolean is(ListQuery query, String filter, String value) {
        return query.filter(filter).map(value::equalsIgnoreCase).orElse(true);
    }

    private static Comparator<TagRow> order(ListQuery query, PageFrame page) {
        Comparator<TagRow> order =
                switch (query.sort()) {
                    case "name" -> Comparator.comparing(r -> TagWords.name(r.tag(), page));
                    case "id" -> Comparator.comparing(r -> r.tag().id());
                    case "coverage" -> Comparator.comparingDouble(TagRow::coverage);
                    case "drift" -> Comparator.comparingDouble(TagRow::drift);
                    default -> Comparator.comparing(r -> r.tag().category());
                };
        return query.isDescending() ? order.reversed() : order;
    }
}
