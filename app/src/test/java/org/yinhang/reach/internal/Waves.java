package org.yinhang.reach.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.compliance.RuleVersion;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.Channels;
import org.yinhang.reach.Creative;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.reach.Dispatches;
import org.yinhang.reach.OfferTerms;
import org.yinhang.reach.PlannedTouch;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.Person;

/** Waves of text messages to customers nothing stands against, each customer used once. */
public final class Waves {

    private static final AtomicInteger NEXT_WAVE = new AtomicInteger();

    private static final String ALL_DAY =
            "{workday: \"00:00-23:59:59.999999999\", weekend: \"00:00-23:59:59.999999999\", holiday: \"00:00-23:59:59.999999999\", source: test, strength: K}";

    private static final String HOURS =
            "lenders: {\"*\": {sms: %1$s, email: %1$s, wecom: %1$s, call: %1$s, push: %1$s}}\n".formatted(ALL_DAY);

    private static final String SENDERS = """
            required: [sms, call]
            senders:
              - {code: "95500", channel: sms, from: 2020-01-01}
              - {code: news@bank.example, channel: email, from: 2020-01-01}
              - {code: bank, channel: wecom, from: 2020-01-01}
              - {code: "10690000", channel: sms, from: 2020-01-01}
            """;

    private final Dispatches dispatches;
    private final Channels channels;
    private final DatedRules rules;
    private final ConsentLedger consents;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    private Waves(BeanFactory application) {
        this.dispatches = application.getBean(Dispatches.class);
        this.channels = application.getBean(Channels.class);
        this.rules = application.getBean(DatedRules.class);
        this.consents = application.getBean(ConsentLedger.class);
        this.jdbc = application.getBean(JdbcClient.class);
        this.clock = application.getBean(BusinessClock.class);
    }

    /** Waves of an application, at hours and by senders that are open. */
    public static Waves of(BeanFactory application) {
        Waves waves = new Waves(application);
        waves.openHours();
        return waves;
    }

    /** Somebody who may. */
    public static Viewer viewer(String name) {
        return new Person(name, Set.of(Role.COMPLIANCE, Role.ADMINISTRATOR), "/");
    }

    /** Hours of text messages in which nothing may leave now: the channel is open for a minute twelve hours from now. */
    public void closeHours() {
        int hour = (clock.now().getHour() + 12) % 24;
        String window = "\"%02d:00-%02d:01\"".formatted(hour, hour);
        inForce(
                RuleKind.HOURS,
                "lenders: {\"*\": {sms: {workday: %1$s, weekend: %1$s, holiday: %1$s, source: test, strength: K}}}\n"
                        .formatted(window));
    }

    /** The hours around the clock again. */
    public void openHoursAgain() {
        inForce(RuleKind.HOURS, HOURS);
    }

    /** Hours around the clock and registered senders, so that tests pass at night. */
    private void openHours() {
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
                viewer("maker"));
        rules.decide(draft, RuleVersion.State.APPROVED, viewer("checker"));
    }

    /** Customers who agree to everything and were not touched for a long time. */
    public List<Integer> customers(int count) {
        List<Integer> found = jdbc.sql("""
                SELECT number FROM customer WHERE NOT complaint_open AND overdue_days = 0 AND NOT deceased
                AND birth_date < now() - INTERVAL '25 years' AND birth_date > now() - INTERVAL '60 years'
                AND (last_contact IS NULL OR last_contact < now() - INTERVAL '60 days')
                AND NOT EXISTS (SELECT FROM contact_entry e WHERE e.customer = number AND e.at > now() - INTERVAL '60 days')
                AND NOT EXISTS (
                    SELECT FROM touch t JOIN dispatch d ON d.id = t.dispatch
                    WHERE t.customer = number AND d.campaign LIKE 'test-%')
                ORDER BY number DESC LIMIT ?""").param(count).query(Integer.class).list();
        for (int customer : found) {
            for (ConsentScope scope : List.of(
                    ConsentScope.of(ConsentScope.MARKETING, "*"),
                    ConsentScope.of(ConsentScope.MARKETING, "sms"),
                    ConsentScope.of(ConsentScope.MARKETING, "email"),
                    ConsentScope.of(ConsentScope.PROFILING, "*"))) {
                consents.record(new Statement(customer, scope, true, "v1", "form"), viewer("compliance"));
            }
        }
        return found;
    }

    /** Where text messages go. */
    public void channel(String code, ChannelKind kind, String yaml) {
        channels.set(code, kind, true, yaml, "", viewer("admin"));
    }

    /** A wave of text messages that may leave at once. */
    public Dispatch wave(List<Integer> customers) {
        return wave(customers, "sms", "95500", 1_000_000);
    }

    /** A wave through a channel, with room for so many. */
    public Dispatch wave(List<Integer> customers, String channel, String sender, long most) {
        Dispatch dispatch = dispatches.open(terms(channel, sender, most), "analyst");
        dispatches.queue(dispatch, customers.stream().map(PlannedTouch::of).toList());
        dispatches.run(dispatch, "analyst");
        return dispatches.find(dispatch.id()).orElseThrow();
    }

    /** What the touches of a wave share. */
    public DispatchTerms terms(String channel, String sender, long most) {
        CostCap cap = new CostCap(
                "24 %",
                Rate.ofPercent(new BigDecimal("24")),
                AnnualMethod.MONTHLY_TIMES_TWELVE,
                LocalDate.of(2020, 1, 1),
                Optional.empty(),
                "test");
        String words = rules.inForce(clock.now().toInstant()).words().version();
        return new DispatchTerms(
                "test-" + NEXT_WAVE.incrementAndGet(),
                "w1",
                channel,
                5,
                "bank",
                DataUse.PERSONALISED,
                new GuardSettings(Optional.empty(), 20, 65, 3, 30, false, 0),
                sender,
                false,
                new Creative(
                        "welcome",
                        1,
                        "贷款",
                        "【引航】{name}您好，{product}年化{rate}，最高{limit}，拒收请回复R",
                        "analyst",
                        Optional.of("checker"),
                        words,
                        0),
                Optional.of(new OfferTerms(
                        true,
                        true,
                        "p1",
                        Rate.ofPercent(new BigDecimal("7.2")),
                        Optional.of(Rate.ofPercent(new BigDecimal("7.2"))),
                        Money.ofYuan(100_000),
                        false)),
                "引航贷",
                List.of(cap),
                Money.ofFen(5),
                Money.ofYuan(1_000_000),
                most,
                Optional.empty());
    }
}
