package org.yinhang.opportunity.web;

import gg.jte.models.runtime.JteModel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.opportunity.Calendars;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Texts;
import yinhang.pages.Templates;

/** Follow-ups in somebody's own calendar. */
@Controller
@AllowedTo({Role.ACCOUNT_MANAGER, Role.BRANCH_HEAD})
class CalendarController {

    private final Calendars calendars;
    private final MessageSource messages;
    private final Templates templates;

    CalendarController(Calendars calendars, MessageSource messages, Templates templates) {
        this.calendars = calendars;
        this.messages = messages;
        this.templates = templates;
    }

    /** Opens the viewer's calendar under a new secret, shown this once. */
    @PostMapping("/my-day/calendar")
    JteModel open(PageFrame page) {
        String secret = calendars.open(page.signedIn(), page.language());
        return templates.opportunityCalendar(page, "/calendar/" + secret);
    }

    @PostMapping("/my-day/calendar/close")
    String close(PageFrame page) {
        calendars.close(page.signedIn());
        return "redirect:/my-day";
    }

    /** What a calendar program fetches: the secret in the address is all it has. */
    @GetMapping("/calendar/{secret}")
    @AllowedTo(strangers = true)
    ResponseEntity<byte[]> feed(@PathVariable String secret) {
        String text = calendars
                .feed(secret, language -> new Texts(messages, Locale.forLanguageTag(language))
                        .of("opportunity.calendar.entry"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
