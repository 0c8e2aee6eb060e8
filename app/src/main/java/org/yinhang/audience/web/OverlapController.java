package org.yinhang.audience.web;

import gg.jte.models.runtime.JteModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** How saved audiences share customers: for every pair, and for every combination. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
@Tag(name = "audiences")
class OverlapController {

    /** Compared where nobody has chosen. */
    private static final int AT_FIRST = 6;

    private final Audiences audiences;
    private final Overlaps overlaps;
    private final Templates templates;

    OverlapController(Audiences audiences, Overlaps overlaps, Templates templates) {
        this.audiences = audiences;
        this.overlaps = overlaps;
        this.templates = templates;
    }

    @GetMapping("/audiences/overlap")
    JteModel page(@RequestParam(defaultValue = "") List<Long> of, PageFrame page) {
        List<SavedAudience> visible = audiences.visibleTo(page.signedIn());
        List<SavedAudience> chosen = of.isEmpty()
                ? visible.stream().limit(AT_FIRST).toList()
                : visible.stream().filter(a -> of.contains(a.id())).toList();
        @Nullable AudienceOverlap answer = overlaps.of(chosen, page.signedIn()).orElse(null);
        List<OverlapPage.Choice> choices = visible.stream()
                .map(a -> new OverlapPage.Choice(
                        a.id(),
                        a.name(),
                        chosen.contains(a),
                        answer == null
                                || !chosen.contains(a)
                                || answer.audiences().stream().anyMatch(m -> m.id() == a.id())))
                .toList();
        return templates.audienceOverlap(
                page, new OverlapPage(choices, answer, answer == null ? null : matrix(answer, page)));
    }

    @GetMapping("/api/v1/audiences/overlap")
    @ResponseBody
    @Operation(summary = "How audiences share customers: pairs, and how many are in exactly which of them")
    AudienceOverlap compare(@RequestParam List<Long> of, @Parameter(hidden = true) Viewer viewer) {
        List<SavedAudience> chosen = of.stream()
                .distinct()
                .map(id -> audiences.find(id, viewer).orElseThrow(() -> unknown(id)))
                .toList();
        return overlaps.of(chosen, viewer)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "GRP-1016",
                        "Fewer than two of these audiences can be counted.",
                        of.toString(),
                        "Name at least two, and have the tags computed.")));
    }

    private static FaultException unknown(long id) {
        return new FaultException(
                Fault.of("GRP-1003", "There is no audience %d.".formatted(id), "of", "Choose another."));
    }

    /** The share of the row's audience that is in the column's, in percent. */
    private static Chart matrix(AudienceOverlap answer, PageFrame page) {
        List<String> names =
                answer.audiences().stream().map(AudienceOverlap.Member::name).toList();
        List<Chart.Series> rows = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            List<Double> shares = new ArrayList<>();
            for (int column = 0; column < names.size(); column++) {
                int all = answer.audiences().get(row).customers();
                double share = 100.0 * answer.pairs().get(row).get(column) / all;
                shares.add(row == column || all == 0 ? Double.NaN : Math.rint(share * 10) / 10);
            }
            rows.add(new Chart.Series(names.get(row), shares));
        }
        return new Chart(
                Chart.Kind.HEAT,
                Chart.Size.TALL,
                title(answer, page),
                page.t("audience.overlap.row"),
                page.t("audience.overlap.column"),
                names,
                rows,
                null);
    }

    /** Says which two share the most customers. */
    private static String title(AudienceOverlap answer, PageFrame page) {
        int most = 0;
        Optional<String> title = Optional.empty();
        for (int row = 0; row < answer.audiences().size(); row++) {
            for (int column = 0; column < row; column++) {
                int both = answer.pairs().get(row).get(column);
                if (both > most) {
                    most = both;
                    title = Optional.of(page.t(
                            "audience.overlap.most",
                            answer.audiences().get(column).name(),
                            answer.audiences().get(row).name(),
                            page.formats().count(both)));
                }
            }
        }
        return title.orElseGet(() -> page.t("audience.overlap.apart"));
    }
}
