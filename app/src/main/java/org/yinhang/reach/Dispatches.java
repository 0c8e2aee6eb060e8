package org.yinhang.reach;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.Ruling;
import org.yinhang.compliance.policy.Conflict;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.internal.DispatchRepository;
import org.yinhang.reach.internal.OutboxRepository;
import org.yinhang.reach.internal.QueuedTouch;
import org.yinhang.reach.internal.TouchBenefits;
import org.yinhang.reach.internal.TouchRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/** What is on its way: making dispatches, queueing their touches, letting them go, stopping them, counting them. */
@Service
public class Dispatches {

    private static final Set<DispatchState> OPEN =
            Set.of(DispatchState.PREPARING, DispatchState.RUNNING, DispatchState.PAUSED);

    private final DispatchRepository dispatches;
    private final OutboxRepository outbox;
    private final TouchRepository rows;
    private final TouchBenefits benefits;
    private final ContactDesk desk;
    private final Audit audit;
    private final BusinessClock clock;

    Dispatches(
            DispatchRepository dispatches,
            OutboxRepository outbox,
            TouchRepository rows,
            TouchBenefits benefits,
            ContactDesk desk,
            Audit audit,
            BusinessClock clock) {
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.rows = rows;
        this.benefits = benefits;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a dispatch without touches, or finds the one that was made before for the same wave and channel: making it
     * twice must do no harm.
     *
     * @throws FaultException {@code RCH-1001} and {@code RCH-1002} for variables of its text, {@code RCH-1003} for codes
     */
    @Transactional
    public Dispatch open(DispatchTerms terms, String madeBy) {
        List<Fault> faults = new ArrayList<>();
        for (String code : List.of(terms.campaign(), terms.wave(), terms.channel())) {
            if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
                faults.add(Fault.of(
                        "RCH-1003",
                        "A code is 1 to 40 small letters, digits and hyphens.",
                        code,
                        "Write it so; names may be anything."));
            }
        }
        faults.addAll(
                new MessageText(terms.creative().text()).faults(terms.creative().code()));
        faults.addAll(new MessageText(terms.creative().subject())
                .faults(terms.creative().code()));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        Optional<Dispatch> present = dispatches.find(terms.campaign(), terms.wave(), terms.channel());
        return present.orElseGet(() -> dispatches
                .find(dispatches.add(terms, madeBy, clock.realInstant()))
                .orElseThrow());
    }

    /**
     * Queues customers. Which campaign comes first is looked at when their turn comes. The guards of the stage of offering are asked now: whom they refuse is withheld at once, with every
     * reason in the ledger; all others are asked everything when their turn comes. Customers the dispatch has already are
     * left out, so that queueing may be repeated after a crash. Each call is one transaction.
     *
     * @param touches some thousand, no customer twice
     * @return how many were added
     * @throws FaultException {@code RCH-1004} when the dispatch is not being prepared
     */
    @Transactional
    public int queue(Dispatch dispatch, List<PlannedTouch> touches) {
        Set<Integer> present = rows.present(
                dispatch.id(), touches.stream().map(PlannedTouch::customer).toList());
        List<PlannedTouch> added = touches.stream()
                .filter(touch -> !present.contains(touch.customer()))
                .toList();
        List<Touch> asked = added.stream()
                .map(touch -> new QueuedTouch(0, touch.customer(), touch.offer(), 0, Optional.empty())
                        .asked(dispatch, 0, true, new Conflict.None()))
                .toList();
        List<List<String>> reasons = desk.screen(asked, Stage.OFFERING).stream()
                .map(Dispatches::reasons)
                .toList();
        outbox.add(dispatch.id(), added, reasons, clock.realInstant());
        // Held only from here on, so that several may queue at once.
        if (!dispatches.addPlanned(dispatch.id(), added.size())) {
            throw wrongState(dispatch);
        }
        return added.size();
    }

    private static List<String> reasons(Ruling ruling) {
        return ruling.verdict().reasons().stream().map(Refusal::token).toList();
    }

    /**
     * Lets a dispatch go, for the first time or again.
     *
     * @throws FaultException {@code RCH-1004} when it was stopped or has finished
     */
    @Transactional
    public void run(Dispatch dispatch, String by) {
        change(dispatch, Set.of(DispatchState.PREPARING, DispatchState.PAUSED), DispatchState.RUNNING, by);
    }

    /**
     * Lets a paused dispatch go on.
     *
     * @throws FaultException {@code RCH-1004} when it is not paused
     */
    @Transactional
    public void resume(Dispatch dispatch, String by) {
        change(dispatch, Set.of(DispatchState.PAUSED), DispatchState.RUNNING, by);
    }

    /** Nothing of it leaves until it is let go again. */
    @Transactional
    public void pause(Dispatch dispatch, String by) {
        change(dispatch, Set.of(DispatchState.RUNNING), DispatchState.PAUSED, by);
    }

    /** Nothing of it leaves ever again; what was waiting is withheld. */
    @Transactional
    public void kill(Dispatch dispatch, String by) {
        change(dispatch, OPEN, DispatchState.KILLED, by);
    }

    private void change(Dispatch dispatch, Set<DispatchState> from, DispatchState to, String by) {
        if (!dispatches.change(dispatch.id(), from, to, by, clock.realInstant())) {
            throw wrongState(dispatch);
        }
        audit.record(new AuditNote(by, "dispatch." + to.key(), name(dispatch), "", ""));
    }

    private static String name(Dispatch dispatch) {
        DispatchTerms terms = dispatch.terms();
        return "%s/%s/%s".formatted(terms.campaign(), terms.wave(), terms.channel());
    }

    private static FaultException wrongState(Dispatch dispatch) {
        return new FaultException(Fault.of(
                "RCH-1004",
                "The dispatch is not in a state that allows this.",
                name(dispatch),
                "Open its page again: somebody may have stopped it, or it has finished."));
    }

    /** Tries again what gateways certainly did not take; returns how many. */
    @Transactional
    public int retryFailed(Dispatch dispatch, Viewer viewer) {
        Instant now = clock.realInstant();
        int again = outbox.retry(dispatch.id(), now);
        dispatches.change(dispatch.id(), Set.of(DispatchState.FINISHED), DispatchState.RUNNING, viewer.userName(), now);
        audit.record(AuditNote.by(viewer, "dispatch.retried", name(dispatch)).with(again + " touches"));
        return again;
    }

    /**
     * Settles a touch nobody knows about by what a person found out elsewhere, such as in the gateway's own log.
     *
     * @param wasTaken whether the gateway has it
     * @throws FaultException {@code RCH-1005} without a reason or when it is settled already
     */
    @Transactional
    public void decide(long touch, boolean wasTaken, String reason, Viewer viewer) {
        boolean isDone = reason.strip().length() >= 4
                && outbox.decide(
                        touch, wasTaken ? TouchState.SENT : TouchState.FAILED, "decided by hand", clock.realInstant());
        if (!isDone) {
            throw new FaultException(Fault.of(
                    "RCH-1005",
                    "The touch is settled already, or the reason is missing.",
                    Long.toString(touch),
                    "State in at least four characters how it was found out."));
        }
        if (!wasTaken) {
            benefits.takeBack(List.of(touch));
        }
        audit.record(AuditNote.by(viewer, "touch.decided", "touch " + touch)
                .because(reason.strip())
                .with(wasTaken ? "taken" : "not taken"));
    }

    /**
     * Of these customers, those a campaign has already in one of these waves, through whatever channel.
     *
     * @param customers some thousand
     */
    public Set<Integer> present(String campaign, Set<String> waves, Collection<Integer> customers) {
        return rows.present(campaign, waves, customers);
    }

    /**
     * Customers of waves of a campaign whom something was sent, by the most telling thing their gateways reported; nothing
     * reported is told as an empty outcome.
     */
    public Map<Integer, Optional<ReceiptEvent>> responses(String campaign, Set<String> waves) {
        return rows.responses(campaign, waves);
    }

    public Optional<Dispatch> find(long id) {
        return dispatches.find(id);
    }

    /** Those of a campaign, in the order they were made. */
    public List<Dispatch> of(String campaign) {
        return dispatches.of(campaign);
    }

    /** One page, the newest first; filters {@code state} and {@code channel}. */
    public Slice<Dispatch> page(ListQuery query) {
        return dispatches.page(query);
    }

    /** How often each reason withheld a touch of a dispatch, the most frequent first. */
    public Map<String, Long> reasons(Dispatch dispatch) {
        return rows.reasons(dispatch);
    }

    /** How often each reason withheld a touch of a campaign, the most frequent first. */
    public Map<String, Long> reasons(String campaign) {
        return rows.reasons(campaign);
    }

    /** How many touches of a campaign came to each outcome. */
    public Map<String, Long> outcomes(String campaign) {
        return rows.outcomes(campaign);
    }

    /** Touches that failed or nobody knows about, the latest first. */
    public List<OpenTouch> troubled(Dispatch dispatch, int most, DataScope scope) {
        return rows.troubled(dispatch.id(), most, scope);
    }

    public Reconciliation reconcile(Dispatch dispatch) {
        return dispatches.reconcile(dispatch.id());
    }

    /** Over all dispatches of a campaign. */
    public Reconciliation reconcile(String campaign) {
        return dispatches.reconcile(campaign);
    }
}
