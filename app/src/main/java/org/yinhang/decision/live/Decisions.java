package org.yinhang.decision.live;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.KnownNow;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.StatedFacts;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.ExpressionText;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.decision.offer.KeptFacts;
import org.yinhang.product.CustomerOffers;
import org.yinhang.product.GivenFacts;
import org.yinhang.product.Policies;
import org.yinhang.product.SeenFacts;
import org.yinhang.product.SnapshotFacts;
import org.yinhang.product.TagSight;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.tag.TagShelf;

/**
 * Decisions about one customer, here and now. The row of the ledger is on disk before the answer is given; a question
 * asked again has the answer it had.
 */
@Service
public class Decisions {

    /** Where a customer may be who is decided about. */
    public static final Set<String> CHANNELS = Set.of("app", "counter", "inbound_call");

    private final DecisionRepository ledger;
    private final TrialRepository trials;
    private final ContactDesk contacts;
    private final DatedRules rules;
    private final LiveDesks desks;
    private final Policies policies;
    private final CustomerOffers customerOffers;
    private final TagShelf shelf;
    private final TagSight sight;
    private final ResponseReasons reasons;
    private final BusinessClock clock;

    Decisions(
            DecisionRepository ledger,
            TrialRepository trials,
            ContactDesk contacts,
            DatedRules rules,
            LiveDesks desks,
            Policies policies,
            CustomerOffers customerOffers,
            TagShelf shelf,
            TagSight sight,
            ResponseReasons reasons,
            BusinessClock clock) {
        this.ledger = ledger;
        this.trials = trials;
        this.contacts = contacts;
        this.rules = rules;
        this.desks = desks;
        this.policies = policies;
        this.customerOffers = customerOffers;
        this.shelf = shelf;
        this.sight = sight;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * Decides, unless the question has its answer already.
     *
     * @param askedBy user name of who asks
     * @throws FaultException DEC-2001 when the name belongs to another question, DEC-2002 for an unknown channel or a name
     *     that cannot be, DEC-2003 while no tags have been computed, PRD-4001 and PRD-4002 for what was given
     */
    public Decision decide(DecisionQuestion question, String askedBy) {
        check(question);
        Reached reached;
        try {
            reached = shelf.read(tags -> decide(question, tags)).orElseThrow(Decisions::noTags);
        } catch (FaultException cannotNow) {
            return same(question, ledger.byRequest(question.request()).orElseThrow(() -> cannotNow));
        }
        DecisionRecord decided = reached.record();
        byte[] content = DecisionBytes.of(decided);
        String digest = DecisionBytes.digest(content);
        // The database keeps microseconds; what is told now must be what is read later.
        Instant recordedAt = clock.realInstant().truncatedTo(ChronoUnit.MICROS);
        return ledger.add(decided, content, digest, askedBy, recordedAt)
                .map(id -> {
                    trials.add(id, reached.trials());
                    return new Decision(id, recordedAt, askedBy, digest, decided);
                })
                .orElseGet(() ->
                        same(question, ledger.byRequest(question.request()).orElseThrow()));
    }

    /** A decision, and what versions on trial make of the same question. */
    private record Reached(DecisionRecord record, List<TrialAnswer> trials) {}

    private Reached decide(DecisionQuestion question, TagShelf.Tags tags) {
        if (question.customer() >= tags.index().customers()) {
            throw new FaultException(Fault.of(
                    "DEC-2004",
                    "The tags do not know customer %d yet.".formatted(question.customer()),
                    "customer",
                    "Start 'compute tags' and ask again."));
        }
        LocalDate day = clock.today();
        LiveDesks.Ready ready = desks.on(day);
        refuseOthersThanAsked(question);
        KnownNow known = contacts.known(question.customer(), Reckoning.CAMPAIGN);
        SnapshotFacts facts = SnapshotFacts.of(tags.index(), question.customer());
        customerOffers.answer(question.customer(), facts);
        if (!question.given().isEmpty()) {
            GivenFacts.read(question.given(), policies.catalogue()).values().forEach(facts::assuming);
        }
        Facts visible = seen(facts, sight.of(tags, day), known.facts());
        KeptFacts kept = new KeptFacts(visible);
        DecisionInput asked = input(question, tags, ready, known, day);
        LiveDesks.Ready own = ready.of(question.customer());
        DecisionRecord first = Reckoning.decide(asked, kept, own.desk(), own.offers(), known.rules());
        List<TrialAnswer> others = ready.offers().trials().stream()
                .map(trial -> {
                    LiveDesks.Ready other = ready.with(ready.offers().other(trial, question.customer()));
                    return TrialAnswer.of(
                            trial,
                            trial.decidesFor(question.customer()),
                            first,
                            Reckoning.decide(asked, visible, other.desk(), other.offers(), known.rules()));
                })
                .toList();
        TreeMap<String, String> read = new TreeMap<>();
        kept.read().forEach((field, value) -> read.put(field, KeptValue.text(value)));
        Optional<ScoreReasons> why = first.offered().stream()
                .findFirst()
                .filter(offer -> offer.response() != null)
                .flatMap(offer -> reasons.of(
                        offer.product(), question.customer(), ready.desk().terms()));
        return new Reached(
                new DecisionRecord(first.code(), asked.with(read, why.orElse(null)), first.isNeutral(), first.offers()),
                others);
    }

    /** What the bank has computed itself nobody may tell it. */
    private void refuseOthersThanAsked(DecisionQuestion question) {
        Set<String> computed = policies.tags();
        List<Fault> faults = question.given().keySet().stream()
                .filter(computed::contains)
                .map(field -> Fault.of(
                        "DEC-2006",
                        "'%s' is computed by the bank and cannot be given.".formatted(field),
                        "given",
                        "Give only what the customer was asked, such as loan_purpose."))
                .toList();
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static DecisionInput input(
            DecisionQuestion question, TagShelf.Tags tags, LiveDesks.Ready ready, KnownNow known, LocalDate day) {
        return new DecisionInput(
                question.request(),
                question.customer(),
                question.channel(),
                new TreeMap<>(question.given()),
                known.at(),
                day,
                tags.report().number(),
                tags.report().snapshot(),
                ready.desk().terms().version(),
                known.facts(),
                new TreeMap<>(),
                ready.offers().release(),
                null);
    }

    /** Nothing the customer has not authorised, and no score that is too old; the ledger of consents decides, not its tag. */
    private static Facts seen(SnapshotFacts facts, SeenFacts seen, StatedFacts known) {
        boolean isAuthorised =
                known.consentAnywhere(ConsentScope.of(ConsentScope.BUREAU, ConsentScope.ANY)) == Known.YES;
        return seen.of(facts, isAuthorised);
    }

    private static void check(DecisionQuestion question) {
        if (!CHANNELS.contains(question.channel()) || !question.request().matches("[\\x21-\\x7e]{1,100}")) {
            throw new FaultException(Fault.of(
                    "DEC-2002",
                    "The question '%s' through '%s' cannot be asked.".formatted(question.request(), question.channel()),
                    "request, channel",
                    "Name the request in 1 to 100 visible ASCII characters; channels are app, counter, inbound_call."));
        }
    }

    private static Decision same(DecisionQuestion question, Decision decision) {
        DecisionInput input = decision.record().input();
        boolean isSame = input.customer() == question.customer()
                && input.channel().equals(question.channel())
                && input.given().equals(question.given());
        if (!isSame) {
            throw new FaultException(Fault.of(
                    "DEC-2001",
                    "Another question was asked under the name '%s'.".formatted(question.request()),
                    "request",
                    "Give every question a name of its own."));
        }
        return decision;
    }

    private static FaultException noTags() {
        return new FaultException(
                Fault.of("DEC-2003", "The tags have never been computed.", "", "Start 'compute tags' and ask again."));
    }

    /** A decision about a customer within reach. */
    public Optional<Decision> find(long id, DataScope scope) {
        return ledger.find(id, scope);
    }

    /** Decisions about customers within reach. */
    public Slice<Decision> page(ListQuery query, DataScope scope) {
        return ledger.page(query, scope);
    }

    /** The newest decision about a customer. */
    public Optional<Decision> newest(int customer) {
        return ledger.newest(customer);
    }

    /**
     * Reckons a decision anew from what the ledger keeps and from the versions in force on its day.
     *
     * @throws FaultException DEC-2005 when there is none
     */
    public Replay replay(long id) {
        byte[] content = ledger.content(id)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "DEC-2005",
                        "There is no decision %d.".formatted(id),
                        "--decision",
                        "Look it up in the ledger.")));
        DecisionRecord kept = DecisionBytes.read(content);
        DecisionInput input = kept.input();
        LiveDesks.Ready ready = (input.release() == null
                        ? desks.on(input.day())
                        : desks.on(input.day(), input.release()))
                .of(input.customer());
        Map<String, Value> facts = new HashMap<>();
        input.facts().forEach((field, text) -> facts.put(field, KeptValue.value(text)));
        KeptFacts asked = new KeptFacts(leaf -> facts.getOrDefault(ExpressionText.of(leaf), Value.missing()));
        DecisionRecord again = Reckoning.decide(input, asked, ready.desk(), ready.offers(), rules.inForce(input.at()));
        byte[] reached = DecisionBytes.of(again);
        boolean isEqual = Arrays.equals(content, reached);
        return new Replay(
                id,
                isEqual,
                DecisionBytes.digest(content),
                DecisionBytes.digest(reached),
                isEqual ? Optional.empty() : DecisionBytes.firstDifference(content, reached),
                tagsSince(input));
    }

    /** Values the run of the tags gave then and would not give now; empty too where that run is kept no longer. */
    private Optional<String> tagsSince(DecisionInput input) {
        return shelf.read(tags -> {
                    if (tags.report().number() != input.tagRun()) {
                        return Optional.<String>empty();
                    }
                    SnapshotFacts now = SnapshotFacts.of(tags.index(), input.customer());
                    return input.facts().entrySet().stream()
                            .filter(kept -> tags.index().column(kept.getKey()).isPresent())
                            .filter(kept ->
                                    !kept.getValue().isEmpty() && !input.given().containsKey(kept.getKey()))
                            .filter(kept ->
                                    !KeptValue.text(now.value(kept.getKey())).equals(kept.getValue()))
                            .map(Map.Entry::getKey)
                            .findFirst();
                })
                .orElse(Optional.empty());
    }
}
