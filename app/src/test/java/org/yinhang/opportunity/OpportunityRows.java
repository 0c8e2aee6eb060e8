package org.yinhang.opportunity;

import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.RuleVersion;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.testing.Person;

/** What tests of opportunities share: all of them work on one small bank, in tables that keep everything. */
final class OpportunityRows {

    private static final String ALL_DAY =
            "{workday: \"00:00-23:59:59.999999999\", weekend: \"00:00-23:59:59.999999999\", holiday: \"00:00-23:59:59.999999999\", source: test, strength: K}";

    private static final String HOURS =
            "lenders: {\"*\": {sms: %1$s, email: %1$s, wecom: %1$s, call: %1$s, push: %1$s}}\n".formatted(ALL_DAY);

    private static final String SENDERS = """
            required: [sms, call]
            senders:
              - {code: "95500", channel: sms, from: 2020-01-01}
              - {code: "95500", channel: call, from: 2020-01-01}
            """;

    private OpportunityRows() {}

    /** Hours around the clock and a registered number, so that tests pass at night. */
    static void openHours(DatedRules rules, BusinessClock clock) {
        if (!SENDERS.equals(rules.textsOf(clock.today()).texts().get(RuleKind.SENDERS))) {
            inForce(rules, RuleKind.HOURS, HOURS);
            inForce(rules, RuleKind.SENDERS, SENDERS);
        }
    }

    private static void inForce(DatedRules rules, RuleKind kind, String yaml) {
        RuleVersion draft = rules.save(
                kind,
                yaml,
                LocalDate.of(2020, 1, 2),
                "a test",
                rules.versions(kind).size(),
                Person.of("maker", Role.COMPLIANCE));
        rules.decide(draft, RuleVersion.State.APPROVED, Person.of("checker", Role.COMPLIANCE));
    }

    /** Waits until nobody looks for opportunities: whoever has computed tags has asked for that. */
    static void settle(Jobs jobs) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.hasSucceeded("opportunity-identify")
                        && jobs.active().stream().noneMatch(run -> run.name().startsWith("opportunity-")));
    }

    /** Forgets every opportunity and the calls about them; only whoever owns the database can. */
    static void forget(JdbcClient jdbc) {
        jdbc.sql("""
                DO $$ BEGIN
                    SET LOCAL session_replication_role = replica;
                    DELETE FROM opportunity_moved;
                    DELETE FROM opportunity_move;
                    DELETE FROM opportunity_contact;
                    DELETE FROM opportunity_dial;
                    DELETE FROM opportunity_event;
                    DELETE FROM opportunity_reason;
                    DELETE FROM opportunity;
                    DELETE FROM contact_entry WHERE campaign LIKE 'rule-%' OR campaign LIKE 'list-%'
                        OR campaign IN (SELECT campaign FROM dispatch);
                END $$""").update();
    }
}
