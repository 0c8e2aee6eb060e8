package org.yinhang.opportunity.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.StandingHoldOut;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.policy.Admission;
import org.yinhang.compliance.policy.CapacityLeft;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.Copy;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.PricedOffer;
import org.yinhang.compliance.policy.StaffMember;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.rules.SenderRegister;
import org.yinhang.core.unit.Money;
import org.yinhang.opportunity.ContactWay;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.ScriptVersion;
import org.yinhang.opportunity.Scripts;
import org.yinhang.opportunity.WorkRules;
import org.yinhang.product.Assessment;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.reach.ContactTasks;
import org.yinhang.reach.TaskTouch;
import org.yinhang.shared.BusinessClock;

/** A call or visit as the contact policy judges it: with the offer of today, the approved script, the caller, everything. */
@Component
public class CallTouches {

    private final Policies policies;
    private final CustomerOffers offers;
    private final Scripts scripts;
    private final ContactTasks tasks;
    private final StandingHoldOut holdOut;
    private final DatedRules rules;
    private final CallRepository calls;
    private final TaskedOpportunityRepository tasked;
    private final TeamRepository team;
    private final WorkRules work;
    private final BusinessClock clock;

    CallTouches(
            Policies policies,
            CustomerOffers offers,
            Scripts scripts,
            ContactTasks tasks,
            StandingHoldOut holdOut,
            DatedRules rules,
            CallRepository calls,
            TaskedOpportunityRepository tasked,
            TeamRepository team,
            WorkRules work,
            BusinessClock clock) {
        this.policies = policies;
        this.offers = offers;
        this.scripts = scripts;
        this.tasks = tasks;
        this.holdOut = holdOut;
        this.rules = rules;
        this.calls = calls;
        this.tasked = tasked;
        this.team = team;
        this.work = work;
        this.clock = clock;
    }

    /** What the customer would get of the product today. */
    public Optional<Assessment> offer(Opportunity opportunity) {
        Offers today = policies.offers().of(opportunity.customer());
        LocalDate day = policies.asOf().day();
        return today.products(day).contains(opportunity.product())
                ? offers.within(
                        opportunity.customer(),
                        subject -> today.assess(opportunity.product(), subject.facts(), day, subject.isNeutral()))
                : Optional.empty();
    }

    /** The open tasks of campaigns that speak for it, the oldest first. */
    public List<TaskTouch> tasks(Opportunity opportunity) {
        return tasks.openAmong(tasked.tasks(List.of(opportunity.id())));
    }

    /**
     * The call or visit. The first for a task of a campaign is the task's own touch; every other is named by opportunity, way, attempt, day and
     * person, so that none is taken for another.
     *
     * @param staff code of who approaches the customer
     */
    public Touch of(
            Opportunity opportunity,
            ContactWay way,
            String staff,
            Optional<ScriptVersion> script,
            Optional<Assessment> offer) {
        LocalDate day = policies.asOf().day();
        Optional<TaskTouch> task = tasks(opportunity).stream()
                .filter(one -> one.channel().equals(way.key()) && calls.isFirst(one.key(), staff, startOfDay()))
                .findFirst();
        String own = opportunity.reasons().stream()
                .findFirst()
                .map(reason -> reason.source().key() + "-" + reason.code())
                .orElse("opportunity");
        return new Touch(
                task.map(TaskTouch::key)
                        .orElse("opportunity/%d/%s/%d/%s/%s"
                                .formatted(
                                        opportunity.id(), way.key(), opportunity.attempts() + 1, clock.today(), staff)),
                opportunity.customer(),
                task.map(TaskTouch::campaign).orElse(own),
                task.map(TaskTouch::wave).orElse(""),
                policies.offers().book().lender(opportunity.product(), day).orElse(""),
                way.key(),
                task.map(TaskTouch::data).orElseGet(() -> data(opportunity)),
                Approach.LIMITS,
                offer.map(one -> new Admission(one.isEligible(), one.isSuitable(), String.join(",", one.versions()))),
                offer.flatMap(Assessment::cost)
                        .map(quote -> new PricedOffer(
                                quote.table().annual(), policies.offers().book().capsOn(day, opportunity.product()))),
                script.map(version -> copy(version, opportunity)),
                sender(way),
                team.role(staff).map(role -> new StaffMember(staff, role)),
                Optional.of(
                        holdOut.among(List.of(opportunity.customer())).isEmpty()
                                ? new Conflict.None()
                                : new Conflict.HeldOut("hold-out")),
                Optional.of(new CapacityLeft(
                        mostADay(way) - calls.dialledSince(staff, way, startOfDay()), Money.ZERO, Money.ZERO)));
    }

    private int mostADay(ContactWay way) {
        return switch (way) {
            case CALL -> work.today().mostCallsADay();
            case VISIT -> work.today().visits().mostADay();
        };
    }

    private Instant startOfDay() {
        return clock.today().atStartOfDay(clock.zone()).toInstant();
    }

    /** The reason that needs least counts: one without financial data is enough to call. */
    private static DataUse data(Opportunity opportunity) {
        return opportunity.reasons().stream()
                .map(reason -> new DataUse(true, reason.isSensitive(), reason.isBureau(), Optional.empty()))
                .min(Comparator.comparing(DataUse::bureau).thenComparing(DataUse::sensitive))
                .orElse(DataUse.PERSONALISED);
    }

    private Copy copy(ScriptVersion version, Opportunity opportunity) {
        String product = policies.offers()
                .book()
                .product(opportunity.product(), policies.asOf().day())
                .map(found -> found.zh())
                .orElse("");
        return scripts.lint(version.script(), product).copy(version.name(), version.madeBy(), version.decidedBy());
    }

    /** The first number registered for it today. */
    private Optional<String> sender(ContactWay way) {
        LocalDate today = clock.today();
        return rules.inForce(clock.now().toInstant()).senders().senders().stream()
                .filter(sender -> sender.channel().equals(way.key())
                        && !sender.from().isAfter(today)
                        && sender.until().map(today::isBefore).orElse(true))
                .map(SenderRegister.Sender::code)
                .findFirst();
    }
}
