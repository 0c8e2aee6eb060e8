package org.yinhang.audience.web;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.DrawnLists;
import org.yinhang.audience.ListOrigin;
import org.yinhang.audience.PastAudiences;
import org.yinhang.audience.Selections;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import yinhang.pages.Templates;

/** Draws from what the builder shows: looked at first, then kept as a list. */
@Controller
@AllowedTo(Role.ANALYST)
class DrawController {

    private final DrawnLists drawn;
    private final PastAudiences past;
    private final Selections selections;
    private final Templates templates;

    DrawController(DrawnLists drawn, PastAudiences past, Selections selections, Templates templates) {
        this.drawn = drawn;
        this.past = past;
        this.selections = selections;
        this.templates = templates;
    }

    @PostMapping("/audiences/draw")
    JteModel preview(
            @RequestParam String way,
            @RequestParam String predicate,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "") String stratum,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(required = false) Optional<LocalDate> day,
            PageFrame page) {
        DrawWish wish = new DrawWish(way, predicate, size, stratum, seed, day.orElseGet(page::today));
        try {
            return readable(() -> shown(wish, page));
        } catch (FaultException e) {
            return templates.sharedFaultList(page, e.faults());
        }
    }

    private JteModel shown(DrawWish wish, PageFrame page) {
        DrawWords words = selections
                .within(page.signedIn(), s -> new DrawWords(s.tags().definitions(), page))
                .orElseThrow(Audiences::noTags);
        return switch (way(wish)) {
            case SAMPLE ->
                templates.audienceSample(page, wish, drawn.draw(wish.text(), wish.draw(), page.signedIn()), words);
            case LOOK_ALIKE ->
                templates.audienceAlike(
                        page, wish, drawn.alike(wish.text(), wish.size(), wish.seed(), page.signedIn()), words);
            case DAY -> templates.audienceDay(page, wish, past.on(wish.day(), wish.text(), page.signedIn()));
            case FILE -> throw noWay(wish);
        };
    }

    @PostMapping("/audiences/lists/draw")
    ResponseEntity<Void> keep(
            @RequestParam String name,
            @RequestParam String way,
            @RequestParam String predicate,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "") String stratum,
            @RequestParam(defaultValue = "1") long seed,
            @RequestParam(required = false) Optional<LocalDate> day,
            PageFrame page) {
        DrawWish wish = new DrawWish(way, predicate, size, stratum, seed, day.orElseGet(page::today));
        readable(() -> switch (way(wish)) {
            case SAMPLE -> drawn.keepSample(name, wish.text(), wish.draw(), page.signedIn());
            case LOOK_ALIKE -> drawn.keepAlike(name, wish.text(), wish.size(), wish.seed(), page.signedIn());
            case DAY -> drawn.keepDay(name, wish.text(), wish.day(), page.signedIn());
            case FILE -> throw noWay(wish);
        });
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/audiences/lists"))
                .build();
    }

    private static ListOrigin.Way way(DrawWish wish) {
        try {
            return ListOrigin.Way.valueOf(wish.way().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw noWay(wish);
        }
    }

    private static FaultException noWay(DrawWish wish) {
        return new FaultException(
                Fault.of("GRP-1013", "There is no such way to draw.", wish.way(), "Use sample, look_alike or day."));
    }

    private static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (PredicateException e) {
            throw e.faults();
        }
    }
}
