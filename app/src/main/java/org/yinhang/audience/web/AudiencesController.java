package org.yinhang.audience.web;

import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.list.ListExport;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The saved audiences, each counted on the tags in force within what the viewer may see. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class AudiencesController {

    private final Audiences audiences;
    private final Selections selections;
    private final ListExport export;
    private final Templates templates;

    AudiencesController(Audiences audiences, Selections selections, ListExport export, Templates templates) {
        this.audiences = audiences;
        this.selections = selections;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping("/audiences")
    JteModel list(@ListKey("audiences") ListQuery query, PageFrame page) {
        Map<Long, Long> counts = counts(page);
        return templates.audienceList(
                page, AudienceList.of(counts).fill(query, slice(query, counts, page), page), !counts.isEmpty());
    }

    @RequestMapping(
            path = "/audiences.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        Map<Long, Long> counts = counts(page);
        return export.write(
                AudienceList.of(counts), page.t("audience.title"), query, page, next -> slice(next, counts, page));
    }

    private Map<Long, Long> counts(PageFrame page) {
        return selections
                .within(page.signedIn(), selection -> {
                    Map<Long, Long> counts = new HashMap<>();
                    audiences.visibleTo(page.signedIn()).forEach(audience -> count(audience, selection)
                            .ifPresent(count -> counts.put(audience.id(), count)));
                    return counts;
                })
                .orElse(Map.of());
    }

    /** A renamed tag or list leaves an audience without a count until somebody mends its text. */
    private static Optional<Long> count(SavedAudience audience, Selection selection) {
        try {
            return Optional.of(selection.count(selection.read(audience.predicate())));
        } catch (PredicateException | FaultException e) {
            return Optional.empty();
        }
    }

    private Slice<SavedAudience> slice(ListQuery query, Map<Long, Long> counts, PageFrame page) {
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        List<SavedAudience> found = audiences.visibleTo(page.signedIn()).stream()
                .filter(a -> (a.name() + " " + a.note() + " " + a.predicate())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .filter(a -> query.filter("kind")
                        .map(kind -> kind.equals(AudienceList.kindOf(a)))
                        .orElse(true))
                .sorted(order(query, counts))
                .toList();
        return new Slice<>(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    private static Comparator<SavedAudience> order(ListQuery query, Map<Long, Long> counts) {
        Comparator<SavedAudience> order =
                switch (query.sort()) {
                    case "count" -> Comparator.comparingLong(a -> counts.getOrDefault(a.id(), -1L));
                    case "changed" -> Comparator.comparing(SavedAudience::changedAt);
                    case "name" -> Comparator.comparing(SavedAudience::name);
                    default -> Comparator.comparing(SavedAudience::isStandard);
                };
        return query.isDescending() ? order.reversed() : order;
    }
}
