package org.yinhang.opportunity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.StaffUser;
import org.yinhang.access.StaffUsers;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.opportunity.internal.CalendarRepository;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * Follow-ups as a calendar somebody subscribes to (iCalendar, RFC 5545). Its address carries a secret that can be taken back, and
 * opens nothing once its user may not sign in; its entries name nobody.
 */
@Service
public class Calendars {

    private static final int SECRET_BYTES = 24;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LINE = "\r\n";
    private static final long MINUTES = 30;

    private final CalendarRepository repository;
    private final OpportunityRepository opportunities;
    private final StaffUsers staff;
    private final Audit audit;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    Calendars(
            CalendarRepository repository,
            OpportunityRepository opportunities,
            StaffUsers staff,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.opportunities = opportunities;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the viewer's calendar under a new secret; any before it opens nothing from now on.
     *
     * @param language of its entries, as a language tag
     */
    @Transactional
    public String open(Viewer viewer, String language) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        repository.open(new CalendarRepository.Opened(viewer.userName(), language), hash(secret), clock.realInstant());
        audit.record(AuditNote.by(viewer, "calendar.opened", "user " + viewer.userName()));
        return secret;
    }

    /** Closes the viewer's calendar. */
    @Transactional
    public void close(Viewer viewer) {
        repository.close(viewer.userName());
        audit.record(AuditNote.by(viewer, "calendar.closed", "user " + viewer.userName()));
    }

    /** Since when the viewer has a calendar. */
    public Optional<Instant> since(Viewer viewer) {
        return repository.since(viewer.userName());
    }

    /**
     * The calendar a secret opens: without entries for a user without a staff code, who works no opportunities.
     *
     * @param title what each entry is called, by language tag
     */
    public Optional<String> feed(String secret, Function<String, String> title) {
        return repository.of(hash(secret)).flatMap(calendar -> staff.named(calendar.userName())
                .filter(StaffUser::isEnabled)
                .map(user -> feedOf(user.staffCode(), title.apply(calendar.language()))));
    }

    private String feedOf(Optional<String> code, String title) {
        StringBuilder text = new StringBuilder()
                .append("BEGIN:VCALENDAR" + LINE + "VERSION:2.0" + LINE + "PRODID:-//Yinhang//Opportunities//ZH"
                        + LINE);
        for (Opportunity one : code.map(opportunities::openOf).orElse(List.of())) {
            one.nextAt().ifPresent(at -> text.append("BEGIN:VEVENT" + LINE)
                    .append("UID:opportunity-%d@yinhang".formatted(one.id()))
                    .append(LINE)
                    .append("DTSTAMP:")
                    .append(TIME.format(one.lastContactAt().orElse(one.foundAt())))
                    .append(LINE)
                    .append("DTSTART:")
                    .append(TIME.format(at))
                    .append(LINE)
                    .append("DTEND:")
                    .append(TIME.format(at.plusSeconds(MINUTES * 60)))
                    .append(LINE)
                    .append("SUMMARY:")
                    .append(title)
                    .append(" #")
                    .append(one.id())
                    .append(LINE)
                    .append("END:VEVENT" + LINE));
        }
        return text.append("END:VCALENDAR" + LINE).toString();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
