package org.yinhang.audience.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.PassRate;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Audiences for programs: the same data scope and consent as the pages. */
@RestController
@RequestMapping("/api/v1/audiences")
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
@Tag(name = "audiences", description = "Predicates over tags and facts, within the caller's data scope and consent")
class AudiencesApi {

    private static final int MOST = 10_000;

    private final Audiences audiences;
    private final Selections selections;

    AudiencesApi(Audiences audiences, Selections selections) {
        this.audiences = audiences;
        this.selections = selections;
    }

    /** A predicate to count. */
    record Question(String predicate) {}

    /** One condition and what it removes. */
    record Step(String condition, long alone, long removed) {}

    /**
     * What is expected of their applications.
     *
     * @param basis {@code score}, {@code past} where nobody has a score, or {@code unknown}
     * @param rate expected share of approvals; null while unknown
     * @param wasted touches expected to reach somebody the bank would refuse; null while unknown
     */
    record Expected(
            String basis, @Nullable Double rate, @Nullable Long wasted) {}

    /** How many customers pass, of how many. */
    record Count(long count, long base, String predicate, List<Step> steps, Expected passRate) {}

    @GetMapping
    @Operation(summary = "The audiences the caller sees")
    List<SavedAudience> all(@Parameter(hidden = true) Viewer viewer) {
        return audiences.visibleTo(viewer);
    }

    @PostMapping("/count")
    @Operation(
            summary =
                    "How many customers a predicate means, what each condition removes, and how many would be approved")
    Count count(@RequestBody Question question, @Parameter(hidden = true) Viewer viewer) {
        return ask(viewer, selection -> {
            var predicate = selection.read(question.predicate());
            Selection.Answer answer = selection.answer(predicate);
            return new Count(
                    answer.count(),
                    answer.base(),
                    ExpressionText.of(predicate),
                    answer.steps().stream()
                            .map(s -> new Step(
                                    s.isPlatform() ? s.key() : ExpressionText.of(s.condition()),
                                    s.alone(),
                                    s.removed()))
                            .toList(),
                    expected(selection.passRate(selection.select(predicate))));
        });
    }

    private static Expected expected(PassRate rate) {
        boolean isKnown = rate.basis() != PassRate.Basis.UNKNOWN;
        return new Expected(rate.basis().key(), isKnown ? rate.rate() : null, isKnown ? rate.wasted() : null);
    }

    @GetMapping("/{id}/customers")
    @Operation(summary = "Customer numbers of an audience today, rising, a page of up to 10,000 from a position")
    List<Integer> customers(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "1000") int size,
            @Parameter(hidden = true) Viewer viewer) {
        SavedAudience audience =
                audiences.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ask(viewer, selection -> {
            Audience members = selection.select(selection.read(audience.predicate()));
            int last = (int) Math.min(members.count(), (long) Math.max(0, from) + Math.clamp(size, 1, MOST));
            return IntStream.range(Math.max(0, from), last)
                    .mapToObj(i -> members.customers().select(i))
                    .toList();
        });
    }

    private <T> T ask(Viewer viewer, Function<Selection, T> question) {
        try {
            return selections.within(viewer, question).orElseThrow(Audiences::noTags);
        } catch (PredicateException e) {
            throw e.faults();
        }
    }
}
