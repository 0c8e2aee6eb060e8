package org.yinhang.audience.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.audience.BadRates;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.Role;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The part of a tag's page that says how loans went with the customers of each of its values. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class BadRatesController {

    private final Selections selections;
    private final Templates templates;

    BadRatesController(Selections selections, Templates templates) {
        this.selections = selections;
        this.templates = templates;
    }

    @GetMapping("/audiences/bad-rates")
    JteModel of(@RequestParam String tag, PageFrame page) {
        return selections
                .within(page.signedIn(), selection -> shown(tag, selection, page))
                .orElseGet(() -> templates.audienceBadRates(page, Optional.empty(), List.of(), Optional.empty()));
    }

    private JteModel shown(String id, Selection selection, PageFrame page) {
        Optional<BadRates> rates = selection.badRates(id);
        Optional<Tag> tag = Optional.ofNullable(selection.tags().definitions().get(id));
        if (rates.isEmpty() || tag.isEmpty()) {
            return templates.audienceBadRates(page, Optional.empty(), List.of(), Optional.empty());
        }
        ClassWords words = new ClassWords(tag.get().type(), tag.get(), page);
        List<String> names = rates.get().parts().stream()
                .map(part -> part.isWithout() ? page.t("tag.bad.none") : words.of(part.from(), part.upTo()))
                .toList();
        return templates.audienceBadRates(page, rates, names, picture(rates.get(), names, page));
    }

    private static Optional<Chart> picture(BadRates rates, List<String> names, PageFrame page) {
        List<Integer> told = IntStream.range(0, names.size())
                .filter(i -> rates.parts().get(i).isTold())
                .boxed()
                .toList();
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        Chart.Kind.ROWS,
                        told.size() > 12 ? Chart.Size.TALL : Chart.Size.USUAL,
                        page.t("tag.bad.picture", page.formats().percent(rates.rate())),
                        "%",
                        page.t("tag.value"),
                        told.stream().map(names::get).toList(),
                        List.of(new Chart.Series(
                                page.t("tag.bad.rate"),
                                told.stream()
                                        .map(i ->
                                                Math.round(rates.parts().get(i).rate() * 1000) / 10.0)
                                        .toList())),
                        null));
    }
}
