package org.yinhang.reach.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Ruling;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.reach.Dispatch;
import org.yinhang.reach.DispatchTerms;
import org.yinhang.shared.BusinessClock;

/**
 * The first half of sending: in one transaction touches are taken, cleared by the contact desk, entered in its ledger, and
 * their attempts committed. Only then may a gateway be called.
 */
@Component
class Outbox {

    /** Refusals that time alone lifts. */
    private static final Set<ReasonCode> OF_THE_HOUR = Set.of(ReasonCode.QUIET_HOURS, ReasonCode.HOLIDAY);

    /** For so long a campaign of the same product keeps others away from whom it touched. */
    private static final Duration CLAIM = Duration.ofDays(14);

    private static final Duration LATER = Duration.ofMinutes(5);

    private final DispatchRepository dispatches;
    private final OutboxRepository outbox;
    private final ContactDesk desk;
    private final TouchRepository rows;
    private final TouchBenefits benefits;
    private final DatedRules rules;
    private final BusinessClock clock;

    Outbox(
            DispatchRepository dispatches,
            OutboxRepository outbox,
            ContactDesk desk,
            TouchRepository rows,
            TouchBenefits benefits,
            DatedRules rules,
            BusinessClock clock) {
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.desk = desk;
        this.rows = rows;
        this.benefits = benefits;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Touches whose attempt is on record.
     *
     * @param dispatch they belong to
     * @param touches cleared, in the order they are to be called; each with the attempts before this one
     * @param taken how many were taken from the queue, those the guards refused among them
     */
    record Batch(Dispatch dispatch, List<QueuedTouch> touches, int taken) {}

    /** Takes a batch of the most urgent dispatch of a channel that has anything due. */
    @Transactional
    public Optional<Batch> take(String channel, int most, UUID node) {
        Instant now = clock.realInstant();
        for (Dispatch running : dispatches.running(channel)) {
            if (!isOpenNow(running.terms())) {
                continue;
            }
            Optional<Dispatch> held = dispatches.holdRunning(running.id());
            if (held.isEmpty()) {
                continue;
            }
            List<QueuedTouch> touches = outbox.take(running.id(), now, size(held.get(), most));
            if (!touches.isEmpty()) {
                return Optional.of(clear(held.get(), touches, node, now));
            }
        }
        return Optional.empty();
    }

    /** Near the end of capacity or budget a batch is no larger than what is left, so that none is refused too early. */
    private static int size(Dispatch dispatch, int most) {
        DispatchTerms terms = dispatch.terms();
        long room = terms.most() - dispatch.begun();
        if (terms.cost().fen() > 0) {
            room = Math.min(room, terms.budget().fen() / terms.cost().fen() - dispatch.begun());
        }
        return room <= 0 ? most : (int) Math.min(room, most);
    }

    private boolean isOpenNow(DispatchTerms terms) {
        Instant at = clock.now().toInstant();
        ContactRules inForce = rules.inForce(at);
        return inForce.calendar()
                .kindOf(inForce.day(at))
                .flatMap(kind -> inForce.hours()
                        .of(terms.lender(), terms.channel())
                        .filter(hours -> hours.isOpen(kind, inForce.timeOfDay(at))))
                .isPresent();
    }

    /**
     * Writes how attempts ended; what touches that failed promised is taken back with it.
     *
     * @param mostTries how often a touch is tried that gateways do not take, before it fails
     */
    @Transactional
    public void settle(List<Settlement> settlements, int mostTries) {
        benefits.takeBack(outbox.settle(settlements, mostTries, clock.realInstant()));
    }

    /** Withholds what killed dispatches still had waiting, some at a time, and takes back what it promised. */
    @Transactional
    public void sweep(int most) {
        benefits.takeBack(outbox.sweep("STOPPED", clock.realInstant(), most));
    }

    private Batch clear(Dispatch dispatch, List<QueuedTouch> touches, UUID node, Instant now) {
        // Before the guards: who is promised nothing for want of stock is refused for want of capacity.
        Set<Long> served = benefits.promise(dispatch.terms(), touches);
        Map<Integer, String> claimed = rows.claimed(
                dispatch,
                touches.stream().map(QueuedTouch::customer).toList(),
                clock.now().toInstant().minus(CLAIM));
        List<Touch> asked = new ArrayList<>();
        long begun = dispatch.begun();
        for (QueuedTouch touch : touches) {
            String first = claimed.get(touch.customer());
            asked.add(touch.asked(
                    dispatch,
                    begun,
                    served.contains(touch.id()),
                    first == null ? new Conflict.None() : new Conflict.Outranked(first)));
            begun += touch.attempts() == 0 && served.contains(touch.id()) ? 1 : 0;
        }
        List<Ruling> rulings = desk.clear(asked);
        List<QueuedTouch> cleared = new ArrayList<>();
        List<Long> withheld = new ArrayList<>();
        List<List<String>> reasons = new ArrayList<>();
        List<Long> later = new ArrayList<>();
        for (int i = 0; i < touches.size(); i++) {
            List<Refusal> refusals = rulings.get(i).verdict().reasons();
            if (refusals.isEmpty()) {
                cleared.add(touches.get(i));
            } else if (refusals.stream().map(Refusal::code).allMatch(OF_THE_HOUR::contains)) {
                later.add(touches.get(i).id());
            } else {
                withheld.add(touches.get(i).id());
                reasons.add(refusals.stream().map(Refusal::token).toList());
            }
        }
        Stream.concat(withheld.stream(), later.stream()).forEach(served::remove);
        benefits.keepOnly(dispatch.terms(), touches, served);
        if (!withheld.isEmpty()) {
            outbox.withhold(withheld, reasons, now);
        }
        if (!later.isEmpty()) {
            outbox.defer(later, now.plus(LATER));
        }
        if (!cleared.isEmpty()) {
            outbox.begin(cleared, node, now);
            dispatches.addBegun(
                    dispatch.id(),
                    cleared.stream().filter(touch -> touch.attempts() == 0).count());
        }
        return new Batch(dispatch, cleared, touches.size());
    }
}
