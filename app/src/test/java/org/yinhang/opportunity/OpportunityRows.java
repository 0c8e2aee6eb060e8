package org.yinhang.opportunity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.RuleVersion;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.internal.Identification;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.Person;

/** What tests of opportunities share: all of them work on one small bank, in tables that keep everything. */
final class OpportunityRows {

    private static final String ALL_DAY =
            "{workday: \"00:00-23:59:59.999999999\", weekend: \"00:00-23:59:59.999999999\", holiday: \"00:00-23:59:59.999999999\", source: test, strength: K}";

    private static final String HOURS =
            "lenders: {\"*\": {sms: %1$s, email: %1$s, wecom: %1$s, call: %1$s, push: %1$s, visit: %1$s}}\n"
                    .formatted(ALL_DAY);

    private static final String SENDERS = """
            required: [sms, call]
            senders:
              - {code: "95500", channel: sms, from: 2020-01-01}
              - {code: "95500", channel: call, from: 2020-01-01}
            """;

    private final BeanFactory application;
    private final DatedRules rules;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    private OpportunityRows(BeanFactory application) {
        this.application = application;
        this.rules = application.getBean(DatedRules.class);
        this.jobs = application.getBean(Jobs.class);
        this.clock = application.getBean(BusinessClock.class);
        this.jdbc = application.getBean(JdbcClient.class);
    }

    /** A bank without opportunities in which customers may be called. */
    static OpportunityRows of(BeanFactory application) {
        OpportunityRows rows = new OpportunityRows(application);
        FilledBank.withTags(rows.jobs, rows.clock, application.getBean(TagShelf.class));
        FilledBank.withLedgers(rows.jobs);
        rows.settle();
        rows.forget();
        rows.openHours();
        return rows;
    }

    /** A rule of that name, which everybody of working age is an opportunity by. */
    static OpportunityRule everybody(String code) {
        return new OpportunityRule(
                code, 0, "测试", "a test", "age between 25 and 60", List.of("L101", "L102"), 20, 24, 30);
    }

    /** Opportunities of everybody of working age by a rule of that name, given to people. */
    void assigned(String code) {
        application.getBean(Identification.class).rule(everybody(code), Progress.SILENT);
        application.getBean(Assignments.class).assignAll(new OpportunityReach(DataScope.wholeBank(), ""), Jobs.SYSTEM);
    }

    /** What somebody has, open or not. */
    List<Opportunity> of(String staff) {
        Opportunities opportunities = application.getBean(Opportunities.class);
        return jdbc
                .sql("SELECT id FROM opportunity WHERE owner = ? ORDER BY id")
                .param(staff)
                .query(Long.class)
                .list()
                .stream()
                .map(id -> opportunities
                        .find(id, new OpportunityReach(DataScope.wholeBank(), staff))
                        .orElseThrow())
                .toList();
    }

    /** One of somebody's that may be called now. */
    Opportunity callable(String staff) {
        Calls calls = application.getBean(Calls.class);
        List<Opportunity> all = of(staff);
        return all.stream()
                .filter(one ->
                        calls.sheet(one, ContactWay.CALL, staff).refusals().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError(all.stream()
                        .map(one -> calls.sheet(one, ContactWay.CALL, staff).refusals().stream()
                                .map(Refusal::token)
                                .toList())
                        .toList()));
    }

    /** Hours around the clock and a registered number, so that tests pass at night. */
    void openHours() {
        if (!SENDERS.equals(rules.textsOf(clock.today()).texts().get(RuleKind.SENDERS))) {
            inForce(RuleKind.HOURS, HOURS);
            inForce(RuleKind.SENDERS, SENDERS);
        }
    }

    private void inForce(RuleKind kind, String yaml) {
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
    void settle() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jobs.hasSucceeded("opportunity-identify")
                        && jobs.active().stream().noneMatch(run -> run.name().startsWith("opportunity-")));
    }

    /** Forgets every opportunity, the calls about them and what was agreed in them; only whoever owns the database can. */
    void forget() {
        jdbc.sql("""
                DO $$ BEGIN
                    SET LOCAL session_replication_role = replica;
                    DELETE FROM opportunity_rule;
                    DELETE FROM opportunity_rule_run;
                    DELETE FROM opportunity_pass;
                    DELETE FROM opportunity_worker;
                    DELETE FROM opportunity_moved;
                    DELETE FROM opportunity_move;
                    DELETE FROM handover_customer;
                    DELETE FROM handover;
                    DELETE FROM customer_keeper;
                    UPDATE customer SET handed_to = NULL, deputy_code = NULL
                    WHERE handed_to IS NOT NULL OR deputy_code IS NOT NULL;
                    DELETE FROM opportunity_visit_photo;
                    DELETE FROM opportunity_visit;
                    DELETE FROM opportunity_contact;
                    DELETE FROM opportunity_case;
                    DELETE FROM opportunity_dial;
                    DELETE FROM opportunity_event;
                    DELETE FROM opportunity_reason;
                    DELETE FROM opportunity_task;
                    UPDATE contact_task SET withdrawn_at = made_at WHERE done_at IS NULL AND withdrawn_at IS NULL;
                    DELETE FROM opportunity;
                    DELETE FROM consent_entry WHERE evidence LIKE 'opportunity %';
                    DELETE FROM contact_entry WHERE campaign LIKE 'rule-%' OR campaign LIKE 'list-%'
                        OR campaign IN (SELECT campaign FROM dispatch);
                END $$""").update();
    }
}
