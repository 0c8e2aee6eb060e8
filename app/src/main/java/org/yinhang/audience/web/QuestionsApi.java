package org.yinhang.audience.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.DrawnLists;
import org.yinhang.audience.Likeness;
import org.yinhang.audience.PassRate;
import org.yinhang.audience.PastAudiences;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
import org.yinhang.core.audience.LookAlike;
import org.yinhang.core.audience.Profile;
import org.yinhang.core.evaluation.Interval;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.predicate.Value;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Questions about predicates for programs: counted, compared, learned from and looked at on another day. */
@RestController
@RequestMapping("/api/v1/audiences")
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
@Tag(name = "audiences", description = "Predicates over tags and facts, within the caller's data scope and consent")
class QuestionsApi {

    private static final int MOST_INFLUENCES = 30;

    private final Selections selections;
    private final DrawnLists drawn;
    private final PastAudiences past;

    QuestionsApi(Selections selections, DrawnLists drawn, PastAudiences past) {
        this.selections = selections;
        this.drawn = drawn;
        this.past = past;
    }

    /** A predicate to count. */
    record Question(@Nullable String predicate) {}

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
    record Count(long count, long base, String predicate, List<Step> steps, List<Unseen> unseen, Expected passRate) {}

    /** A value the predicate asks for that no customer has. */
    record Unseen(String tag, String value) {}

    /**
     * How loans went with the customers of one class, from its least value to its greatest.
     *
     * @param rate share of its borrowers ever more than 90 days late; null where there are too few to tell
     */
    record BadRate(
            Value from,
            Value upTo,
            int borrowers,
            @Nullable Double rate,
            @Nullable Interval interval) {}

    /** A day to look back at. */
    record DayQuestion(@Nullable String predicate, @Nullable LocalDate day) {}

    /** How many would have passed on a day, how many pass today, and how many on both days, since and no longer. */
    record DayAnswer(LocalDate day, int then, LocalDate today, int now, int stayed, int joined, int left) {}

    /** A seed to resemble; the random choices follow from {@code seed}. */
    record AlikeQuestion(@Nullable String predicate, int size, long seed) {}

    /**
     * How well the seed can be told from others.
     *
     * @param auc on customers the model has not learned from; 0.5 is guessing
     * @param reading {@code good}, {@code poor}, or {@code defined} where a tag gives the seed away
     * @param left tags it did not look at, for the seed is defined by them
     */
    record Quality(
            int seeds,
            int others,
            double auc,
            String reading,
            List<LookAlike.Influence> influences,
            Set<String> left,
            int found) {}

    @PostMapping("/count")
    @Operation(
            summary =
                    "How many customers a predicate means, what each condition removes, and how many would be approved")
    Count count(@RequestBody Question question, @Parameter(hidden = true) Viewer viewer) {
        return ask(viewer, selection -> {
            var predicate = selection.read(ListsApi.text(question.predicate()));
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
                    selection.unseen(predicate).stream()
                            .map(u -> new Unseen(u.field().name(), u.text()))
                            .toList(),
                    expected(selection.passRate(selection.select(predicate))));
        });
    }

    private static Expected expected(PassRate rate) {
        boolean isKnown = rate.basis() != PassRate.Basis.UNKNOWN;
        return new Expected(rate.basis().key(), isKnown ? rate.rate() : null, isKnown ? rate.wasted() : null);
    }

    @PostMapping("/profile")
    @Operation(summary = "What sets the customers of a predicate apart from everybody the caller may see, tag by tag")
    Profile profile(@RequestBody Question question, @Parameter(hidden = true) Viewer viewer) {
        return ask(
                viewer,
                selection -> selection.profile(
                        selection.select(selection.read(ListsApi.text(question.predicate()))), () -> true));
    }

    @GetMapping("/bad-rates")
    @Operation(
            summary =
                    "How loans went with the caller's customers of each class of a tag; empty where it has none, or is about being late")
    List<BadRate> badRates(@RequestParam String tag, @Parameter(hidden = true) Viewer viewer) {
        return ask(viewer, selection -> selection.badRates(tag)).stream()
                .flatMap(rates -> rates.parts().stream())
                .map(part -> new BadRate(
                        part.from(),
                        part.upTo(),
                        part.borrowers(),
                        part.isTold() ? part.rate() : null,
                        part.isTold() ? part.interval() : null))
                .toList();
    }

    @PostMapping("/on-day")
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "How many a predicate would have meant on an earlier day, beside today")
    DayAnswer onDay(@RequestBody DayQuestion question, @Parameter(hidden = true) Viewer viewer) {
        PastAudiences.Then then =
                readable(() -> past.on(day(question.day()), ListsApi.text(question.predicate()), viewer));
        return new DayAnswer(
                then.day(),
                then.then().count(),
                then.today(),
                then.now().count(),
                then.stayed(),
                then.joined(),
                then.left());
    }

    @PostMapping("/look-alike")
    @AllowedTo(Role.ANALYST)
    @Operation(summary = "How well the customers of a predicate can be told from others, and by which tags")
    Quality alike(@RequestBody AlikeQuestion question, @Parameter(hidden = true) Viewer viewer) {
        Likeness found = readable(
                () -> drawn.alike(ListsApi.text(question.predicate()), question.size(), question.seed(), viewer));
        return new Quality(
                found.seeds(),
                found.others(),
                found.auc(),
                found.reading(),
                found.influences().stream().limit(MOST_INFLUENCES).toList(),
                found.left(),
                found.found().count());
    }

    private <T> T ask(Viewer viewer, Function<Selection, T> question) {
        return readable(() -> selections.within(viewer, question).orElseThrow(Audiences::noTags));
    }

    /** The day somebody asks of. */
    static LocalDate day(@Nullable LocalDate asked) {
        if (asked == null) {
            throw new FaultException(Fault.of("GRP-1014", "The day is missing.", "day", "Write it as 2026-06-30."));
        }
        return asked;
    }

    /** Work whose predicate may not be readable: then every problem of it is a fault. */
    static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (PredicateException e) {
            throw e.faults();
        }
    }
}
