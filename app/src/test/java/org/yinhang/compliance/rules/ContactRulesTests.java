package org.yinhang.compliance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.FaultException;

class ContactRulesTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ContactRules SHIPPED = ContactRules.of(RuleTexts.shipped(), ZoneId.of("Asia/Shanghai"));

    @Test
    void knowsHolidaysAndWorkingWeekendsOfTheNotices() {
        assertThat(SHIPPED.calendar().kindOf(LocalDate.of(2026, 2, 23))).contains(DayKind.HOLIDAY);
        assertThat(SHIPPED.calendar().kindOf(LocalDate.of(2026, 2, 28))).contains(DayKind.WORKDAY);
        assertThat(SHIPPED.calendar().kindOf(LocalDate.of(2025, 10, 11))).contains(DayKind.WORKDAY);
        assertThat(SHIPPED.calendar().kindOf(LocalDate.of(2026, 11, 21))).contains(DayKind.WEEKEND);
        assertThat(SHIPPED.calendar().kindOf(LocalDate.of(2026, 11, 20))).contains(DayKind.WORKDAY);
        assertThat(SHIPPED.calendar().kindOf(LocalDate.of(2028, 1, 3))).isEmpty();
        assertThat(SHIPPED.calendar().provisional()).containsExactly(2027);
    }

    @Test
    void countsTheDaysOffTheNoticesGrant() {
        assertThat(SHIPPED.calendar().holidays().keySet().stream().filter(d -> d.getYear() == 2025))
                .hasSize(1 + 8 + 3 + 5 + 3 + 8);
        assertThat(SHIPPED.calendar().holidays().keySet().stream().filter(d -> d.getYear() == 2026))
                .hasSize(3 + 9 + 3 + 5 + 3 + 3 + 7);
        assertThat(SHIPPED.calendar().workdays())
                .allMatch(day -> day.getDayOfWeek().getValue() >= 6)
                .hasSize(11);
    }

    @Test
    void followsTheClocksOnTheWallAcrossDaylightSaving() {
        String hours = """
                lenders: {"*": {sms: {workday: "08:00-21:00", weekend: "02:30-21:00", holiday: none, source: s, strength: K}}}
                """;
        ContactRules berlin = ContactRules.of(RuleTexts.shipped().with(RuleKind.HOURS, 1, hours), BERLIN);
        assertThat(berlin.isOpen("bank", "sms", Instant.parse("2026-03-27T07:00:00Z")))
                .isTrue();
        assertThat(berlin.isOpen("bank", "sms", Instant.parse("2026-03-27T06:59:59Z")))
                .isFalse();
        assertThat(berlin.isOpen("bank", "sms", Instant.parse("2026-03-30T06:00:00Z")))
                .isTrue();
        assertThat(berlin.isOpen("bank", "sms", Instant.parse("2026-03-29T00:59:59Z")))
                .as("01:59 before the gap")
                .isFalse();
        assertThat(berlin.isOpen("bank", "sms", Instant.parse("2026-03-29T01:00:00Z")))
                .as("03:00 after the gap")
                .isTrue();
        assertThat(berlin.nextOpening("bank", "sms", Instant.parse("2026-03-28T20:00:00Z")))
                .as("02:30 does not exist that night")
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void opensAgainAfterAHoliday() {
        assertThat(SHIPPED.nextOpening("bank", "call", Instant.parse("2026-09-30T12:00:00Z")))
                .contains(Instant.parse("2026-10-08T01:00:00Z"));
    }

    @Test
    void aLendersOwnHoursOutrankThoseOfAll() {
        String hours = """
                lenders:
                  "*": {sms: {workday: "08:00-21:00", weekend: "08:00-21:00", holiday: none, source: s, strength: K}}
                  consumer_finance: {sms: {workday: "10:00-18:00", weekend: none, holiday: none, source: s, strength: K}}
                """;
        ContactRules rules =
                ContactRules.of(RuleTexts.shipped().with(RuleKind.HOURS, 1, hours), ZoneId.of("Asia/Shanghai"));
        Instant nine = Instant.parse("2026-11-18T01:00:00Z");
        assertThat(rules.isOpen("bank", "sms", nine)).isTrue();
        assertThat(rules.isOpen("consumer_finance", "sms", nine)).isFalse();
        assertThat(rules.isOpen("bank", "call", nine)).as("no rule, no contact").isFalse();
    }

    @Test
    void namesWhatIsWrongInARuleFile() {
        assertThatThrownBy(
                        () -> RuleTexts.check(
                                RuleKind.HOURS,
                                "lenders: {\"*\": {sms: {workday: \"21:00-08:00\", weekend: none, holiday: none, source: s, strength: K}}}"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("21:00-08:00");
        assertThatThrownBy(
                        () -> RuleTexts.check(
                                RuleKind.FREQUENCY,
                                "caps: [{channel: sms, days: 0, most: 1, source: s, strength: K}]\ncool_down_days: 0\ndays_between_campaigns: 0"))
                .isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> RuleTexts.check(RuleKind.SENDERS, "required: [sms]\nsenderz: []"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("senderz");
    }

    @Test
    void everyShippedTextCanBeRead() {
        for (RuleKind kind : RuleKind.values()) {
            RuleTexts.check(kind, kind.shipped());
        }
        assertThat(SHIPPED.version()).contains("hours 0", "frequency 0");
    }
}
