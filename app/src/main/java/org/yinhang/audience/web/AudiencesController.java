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
import org.yinhang.audience.PassRate;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
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
        Map<Long, PassRate> rates = rates(page);
        return templates.audienceList(
                page, AudienceList.of(rates).fill(query, slice(query, rates, page), page), !rates.isEmpty());
    }

    @RequestMapping(
            path = "/audiences.xlsx",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> workbook(ListQuery query, PageFrame page) {
        Map<Long, PassRate> rates = rates(page);
        return export.write(
                AudienceList.of(rates), page.t("audience.title"), query, page, next -> slice(next, rates, page));
    }

    private Map<Long, PassRate> rates(PageFrame page) {
        return selections
                .within(page.signedIn(), selection -> {
                    Map<Long, PassRate> rates = new HashMap<>();
                    audiences.visibleTo(page.signedIn()).forEach(audience -> rate(audience, selection)
                            .ifPresent(rate -> rates.put(audience.id(), rate)));
                    return rates;
                })
                .orElse(Map.of());
    }

    /** A renamed tag or list leaves an audience without a count until somebody mends its text. */
    private static Optional<PassRate> rate(SavedAudience audience, Selection selection) {
        return Overlaps.read(audience, selection).map(selection::passRate);
    }

    private Slice<SavedAudience> slice(ListQuery query, Map<Long, PassRate> rates, PageFrame page) {
        String wanted = query.text().strip().toLowerCase(Locale.ROOT);
        List<SavedAudience> found = audiences.visibleTo(page.signedIn()).stream()
                .filter(a -> (a.name() + " " + a.note() + " " + a.predicate())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .filter(a -> query.filter("kind")
                        .map(kind -> kind.equals(AudienceList.kindOf(a)))
                        .orElse(true))
                .sorted(order(query, rates))
                .toList();
        return new Slice<>(
                found.stream().skip(query.offset()).limit(query.size()).toList(), found.size());
    }

    private static Comparator<SavedAudience> order(ListQuery query, Map<Long, PassRate> rates) {
        Comparator<SavedAudience> order =
                switch (query.sort()) {
                    case "count" ->
                        Comparator.comparingLong(
                                a -> known(rates, a).map(PassRate::members).orElse(-1L));
                    case "passRate" ->
                        Comparator.comparingDouble(a -> known(rates, a)
                                .map(PassRate::rate)
                                .filter(rate -> !Double.isNaN(rate))
                                .orElse(-1.0));
                    case "changed" -> Comparator.comparing(SavedAudience::changedAt);
                    case "name" -> Comparator.comparing(SavedAudience::name);
                    default -> Comparator.comparing(SavedAudience::isStandard);
                };
        return query.isDescending() ? order.reversed() : order;
    }

    private static Optional<PassRate> known(Map<Long, PassRate> rates, SavedAudience audience) {
        return Optional.ofNullable(rates.get(audience.id()));
    }
}
