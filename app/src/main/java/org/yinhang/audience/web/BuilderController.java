package org.yinhang.audience.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.audience.AudienceSnapshot;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.audience.Selections;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** The audience builder: the same predicate as groups and as text, counted while it is typed. */
@Controller
@AllowedTo({Role.ANALYST, Role.BRANCH_HEAD, Role.COMPLIANCE})
class BuilderController {

    private final Audiences audiences;
    private final Selections selections;
    private final AudiencePictures pictures;
    private final LatestAsk latest;
    private final Templates templates;

    BuilderController(
            Audiences audiences,
            Selections selections,
            AudiencePictures pictures,
            LatestAsk latest,
            Templates templates) {
        this.latest = latest;
        this.audiences = audiences;
        this.selections = selections;
        this.pictures = pictures;
        this.templates = templates;
    }

    @GetMapping("/audiences/new")
    JteModel fresh(@RequestParam(defaultValue = "") String predicate, PageFrame page) {
        return builder(Optional.empty(), Refused.none(new Audiences.Draft("", "", predicate, false)), page);
    }

    @GetMapping("/audiences/{id}")
    JteModel saved(@PathVariable long id, PageFrame page) {
        SavedAudience audience = find(id, page);
        return builder(
                Optional.of(audience),
                Refused.none(new Audiences.Draft(
                        audience.name(), audience.note(), audience.predicate(), audience.isShared())),
                page);
    }

    private JteModel builder(Optional<SavedAudience> audience, Refused shown, PageFrame page) {
        String fields = selections
                .within(page.signedIn(), selection -> FieldWords.json(selection.catalogue(), page))
                .orElse("");
        return templates.audienceBuilder(
                page,
                audience.orElse(null),
                shown,
                fields,
                audience.map(audiences::versions).orElse(List.of()),
                audience.map(audiences::snapshots).orElse(List.of()),
                audience.map(a -> stillIn(a, page)).orElse(Map.of()));
    }

    /** Nothing while the saved text cannot be read; the builder says why. */
    private Map<Long, Integer> stillIn(SavedAudience audience, PageFrame page) {
        try {
            return audiences.stillIn(audience, page.signedIn());
        } catch (PredicateException e) {
            return Map.of();
        }
    }

    /** The count and what each condition does, while somebody types. */
    @PostMapping("/audiences/live")
    @ResponseBody
    LiveAnswer live(
            @RequestParam String predicate,
            @RequestParam(defaultValue = "") String builder,
            @RequestParam(defaultValue = "0") long number,
            PageFrame page) {
        latest.asked(builder(builder, page), number);
        return selections
                .within(page.signedIn(), selection -> new LiveCount(selection, page).of(predicate))
                .orElseThrow(Audiences::noTags);
    }

    /** How many of them the bank would approve, and why it refused those who applied. */
    @PostMapping("/audiences/pass-rate")
    JteModel passRate(@RequestParam String predicate, PageFrame page) {
        return selections
                .within(page.signedIn(), selection -> {
                    try {
                        return templates.audiencePassRate(
                                page,
                                selection.passRate(
                                        selection.select(selection.read(predicate.isBlank() ? "true" : predicate))),
                                new PassRateWords(selection.tags().definitions(), page));
                    } catch (PredicateException e) {
                        throw e.faults();
                    }
                })
                .orElseThrow(Audiences::noTags);
    }

    /** Who they are: over-represented values, distributions, a sample; nothing where the builder has asked again meanwhile. */
    @PostMapping("/audiences/profile")
    @Nullable
    JteModel profile(
            @RequestParam String predicate,
            @RequestParam(defaultValue = "") String builder,
            @RequestParam(defaultValue = "0") long number,
            PageFrame page,
            HttpServletResponse response) {
        String asking = builder(builder, page);
        BooleanSupplier isWanted = () -> latest.isNewest(asking, number);
        try {
            return selections
                    .within(page.signedIn(), selection -> {
                        try {
                            return templates.audienceProfile(
                                    page,
                                    pictures.of(
                                            selection,
                                            selection.read(predicate.isBlank() ? "true" : predicate),
                                            isWanted,
                                            page));
                        } catch (PredicateException e) {
                            throw e.faults();
                        }
                    })
                    .orElseThrow(Audiences::noTags);
        } catch (CancellationException e) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
    }

    private static String builder(String builder, PageFrame page) {
        return page.signedIn().userName() + " " + builder;
    }

    @PostMapping("/audiences/new")
    @AllowedTo(Role.ANALYST)
    @Nullable
    JteModel add(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String note,
            @RequestParam String predicate,
            @RequestParam(defaultValue = "false") boolean shared,
            PageFrame page,
            HttpServletResponse response) {
        Audiences.Draft draft = new Audiences.Draft(name, note, predicate, shared);
        return saved(Optional.empty(), draft, () -> audiences.add(draft, page.signedIn()), page, response);
    }

    @PostMapping("/audiences/{id}")
    @AllowedTo(Role.ANALYST)
    @Nullable
    JteModel change(
            @PathVariable long id,
            @RequestParam long seen,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String note,
            @RequestParam String predicate,
            @RequestParam(defaultValue = "false") boolean shared,
            PageFrame page,
            HttpServletResponse response) {
        SavedAudience present = find(id, page);
        Audiences.Draft draft = new Audiences.Draft(name, note, predicate, shared);
        Instant from = Instant.ofEpochMilli(seen);
        return saved(
                Optional.of(present),
                draft,
                () -> audiences.change(present, from, draft, page.signedIn()),
                page,
                response);
    }

    /** Leads to what was saved; where that is refused, the text stays on the page beside what is wrong. */
    private @Nullable JteModel saved(
            Optional<SavedAudience> present,
            Audiences.Draft draft,
            Supplier<SavedAudience> work,
            PageFrame page,
            HttpServletResponse response) {
        try {
            SavedAudience saved = readable(work);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", "/audiences/" + saved.id());
            return null;
        } catch (FaultException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return builder(present, new Refused(draft, e.faults()), page);
        }
    }

    @PostMapping("/audiences/{id}/archive")
    @AllowedTo(Role.ANALYST)
    ResponseEntity<Void> archive(@PathVariable long id, PageFrame page) {
        audiences.archive(find(id, page), page.signedIn());
        return to("/audiences");
    }

    @PostMapping("/audiences/{id}/freeze")
    @AllowedTo(Role.ANALYST)
    ResponseEntity<Void> freeze(@PathVariable long id, PageFrame page) {
        AudienceSnapshot snapshot = readable(() -> audiences.freeze(find(id, page), page.signedIn()));
        return to("/audiences/" + snapshot.audience() + "#snapshots");
    }

    private static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (PredicateException e) {
            throw e.faults();
        }
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .build();
    }

    private SavedAudience find(long id, PageFrame page) {
        return audiences.find(id, page.signedIn()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
