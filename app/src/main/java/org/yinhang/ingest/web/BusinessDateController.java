package org.yinhang.ingest.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.ingest.BusinessDateMoved;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.shared.web.PageFrame;

/** Moves the business date: for data that end on an earlier day, for training, and back to the calendar. */
@Controller
@AllowedTo(Role.ADMINISTRATOR)
class BusinessDateController {

    private static final int SHORTEST_REASON = 4;

    private final BusinessClock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    BusinessDateController(BusinessClock clock, Audit audit, ApplicationEventPublisher events) {
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Moves it, or back to the calendar where no day is given; everything computed as of the business date follows.
     *
     * @throws FaultException {@code ING-3004} without a day one can read or a reason of four characters
     */
    @Transactional
    @PostMapping("/system/data/business-date")
    public String move(
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String reason,
            PageFrame page) {
        Optional<LocalDate> day = read(date);
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON) {
            throw refused("reason");
        }
        LocalDate before = clock.today();
        clock.moveTo(day);
        audit.record(AuditNote.by(page.signedIn(), "business-date.moved", "business date")
                .because(why)
                .with(before + " → " + day.map(LocalDate::toString).orElse("calendar")));
        events.publishEvent(new BusinessDateMoved(day, page.signedIn().userName()));
        return "redirect:/system/data";
    }

    private static Optional<LocalDate> read(String date) {
        try {
            return date.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(date.strip()));
        } catch (DateTimeParseException e) {
            throw refused("date");
        }
    }

    private static FaultException refused(String field) {
        return new FaultException(Fault.of(
                "ING-3004",
                "The business date was not moved: a day such as 2026-06-30 and a reason are needed.",
                field,
                "State why in at least %d characters; leave the day empty for that of the calendar."
                        .formatted(SHORTEST_REASON)));
    }
}
