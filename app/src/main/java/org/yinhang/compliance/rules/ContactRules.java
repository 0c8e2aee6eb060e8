package org.yinhang.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every dated rule in force at one time.
 *
 * @param version names them all, for the ledgers
 * @param zone the bank's zone: its days and hours are meant
 * @param calendar holidays and working weekends
 * @param hours when each channel may be used
 * @param frequency how often
 * @param words what copy may not and must say
 * @param senders under which names
 * @param staff by whom
 */
public record ContactRules(
        String version,
        ZoneId zone,
        HolidayCalendar calendar,
        ContactHours hours,
        FrequencyRules frequency,
        WordRules words,
        SenderRegister senders,
        StaffRules staff) {

    private static final int LOOK_AHEAD_DAYS = 31;

    /** Reads texts that were checked. */
    public static ContactRules of(RuleTexts texts, ZoneId zone) {
        String version = Arrays.stream(RuleKind.values())
                .map(kind -> kind.key() + " " + texts.version(kind))
                .collect(Collectors.joining(", "));
        return new ContactRules(
                version,
                zone,
                HolidayCalendar.of(texts.node(RuleKind.CALENDAR)),
                ContactHours.of(texts.node(RuleKind.HOURS)),
                FrequencyRules.of(texts.node(RuleKind.FREQUENCY)),
                WordRules.of(texts.node(RuleKind.WORDS), "words " + texts.version(RuleKind.WORDS)),
                SenderRegister.of(texts.node(RuleKind.SENDERS)),
                StaffRules.of(texts.node(RuleKind.STAFF)));
    }

    /** The bank's calendar day at an instant. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** What the bank's clocks show at an instant. */
    public LocalTime timeOfDay(Instant at) {
        return LocalTime.ofInstant(at, zone);
    }

    /** Whether a channel is open at an instant; not where calendar or hours do not say. */
    public boolean isOpen(String lender, String channel, Instant at) {
        Optional<DayKind> kind = calendar.kindOf(day(at));
        Optional<OpenHours> open = hours.of(lender, channel);
        return kind.isPresent() && open.isPresent() && open.get().isOpen(kind.get(), timeOfDay(at));
    }

    /** The first instant from this one on at which a channel is open; nothing within a month where no rule opens it. */
    public Optional<Instant> nextOpening(String lender, String channel, Instant from) {
        if (isOpen(lender, channel, from)) {
            return Optional.of(from);
        }
        Optional<OpenHours> open = hours.of(lender, channel);
        return day(from)
                .datesUntil(day(from).plusDays(LOOK_AHEAD_DAYS))
                .flatMap(day -> calendar.kindOf(day).flatMap(kind -> open.flatMap(o -> o.on(kind))).stream()
                        .map(window -> day.atTime(window.from()).atZone(zone).toInstant()))
                .filter(at -> !at.isBefore(from) && isOpen(lender, channel, at))
                .findFirst();
    }
}
