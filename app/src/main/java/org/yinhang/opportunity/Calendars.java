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
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.opportunity.internal.CallRepository;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * Follow-ups as a calendar somebody subscribes to (iCalendar, RFC 5545). Its address carries a secret that can be taken back; its
 * entries name nobody.
 */
@Service
public class Calendars {

    private static final int SECRET_BYTES = 24;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LINE = "\r\n";
    private static final long MINUTES = 30;

    private final CallRepository repository;
    private final OpportunityRepository opportunities;
    private final Audit audit;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    Calendars(CallRepository repository, OpportunityRepository opportunities, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.opportunities = opportunities;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens somebody's calendar under a new secret; any before it opens nothing from now on. */
    @Transactional
    public String open(String staff, Viewer viewer) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        repository.calendar(staff, hash(secret), clock.realInstant());
        audit.record(AuditNote.by(viewer, "calendar.opened", "staff " + staff));
        return secret;
    }

    /** Closes somebody's calendar. */
    @Transactional
    public void close(String staff, Viewer viewer) {
        repository.closeCalendar(staff);
        audit.record(AuditNote.by(viewer, "calendar.closed", "staff " + staff));
    }

    /** Since when somebody has a calendar. */
    public Optional<Instant> since(String staff) {
        return repository.calendarSince(staff);
    }

    /**
     * The calendar a secret opens.
     *
     * @param title what each entry is called
     */
    public Optional<String> feed(String secret, String title) {
        return repository.ofCalendar(hash(secret)).map(staff -> feedOf(staff, title));
    }

    private String feedOf(String staff, String title) {
        StringBuilder text = new StringBuilder()
                .append("BEGIN:VCALENDAR" + LINE + "VERSION:2.0" + LINE + "PRODID:-//Yinhang//Opportunities//ZH"
                        + LINE);
        for (Opportunity one : opportunities.openOf(staff)) {
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
