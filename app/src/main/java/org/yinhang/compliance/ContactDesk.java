package org.yinhang.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.compliance.internal.ContactRepository;
import org.yinhang.compliance.internal.CustomerFactsRepository;
import org.yinhang.compliance.internal.CustomerRecord;
import org.yinhang.compliance.policy.BatchScreening;
import org.yinhang.compliance.policy.ContactPolicy;
import org.yinhang.compliance.policy.FactColumns;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.StatedFacts;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Verdict;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.shared.BusinessClock;

/**
 * Where every touch is cleared, at the instant it leaves. The customers are locked, facts read, guards asked and the row
 * of the ledger written in one transaction, the caller's own where there is one: two touches at once can never both pass
 * a cap of one, and nothing leaves without its row.
 */
@Service
public class ContactDesk {

    private final ContactPolicy policy = ContactPolicy.standard();
    private final ContactRepository ledger;
    private final CustomerFactsRepository facts;
    private final DatedRules rules;
    private final BusinessClock clock;

    ContactDesk(ContactRepository ledger, CustomerFactsRepository facts, DatedRules rules, BusinessClock clock) {
        this.ledger = ledger;
        this.facts = facts;
        this.rules = rules;
        this.clock = clock;
    }

    /** Clears one touch, or withholds it with every reason. */
    @Transactional
    public Ruling clear(Touch touch) {
        return clear(List.of(touch)).getFirst();
    }

    /**
     * Clears touches in their order, each seeing those before it. A touch cleared before under the same key, one whose
     * gateway did not take it, is asked again about everything but itself: it counts once, and a withdrawal since then
     * holds it.
     *
     * @param touches some thousand at most: their customers stay locked until the transaction ends
     */
    @Transactional
    public List<Ruling> clear(List<Touch> touches) {
        ledger.lock(touches.stream().map(Touch::customer).distinct().sorted().toList());
        Instant at = clock.now().toInstant();
        ContactRules inForce = rules.inForce(at);
        Set<String> before = clearedBefore(touches);
        Map<Integer, CustomerRecord> records = records(touches, at, inForce, before);
        Map<String, Ruling> rulings = new HashMap<>();
        List<Ruling> written = new ArrayList<>();
        // Those that left the ledger's caps already come first, so that the others of their customers see them.
        Comparator<Touch> repeatedFirst = Comparator.comparing(touch -> !before.contains(touch.key()));
        for (Touch touch : touches.stream().sorted(repeatedFirst).toList()) {
            Ruling same = rulings.get(touch.key());
            if (same == null || !same.verdict().isCleared()) {
                Ruling ruling = rule(touch, records, at, inForce, before.contains(touch.key()));
                rulings.put(touch.key(), ruling);
                if (!ruling.isRepeated() || !ruling.verdict().isCleared()) {
                    written.add(ruling);
                }
            }
        }
        ledger.add(written, at, clock.realInstant(), inForce.version());
        Set<String> told = new HashSet<>();
        return touches.stream()
                .map(touch -> {
                    Ruling ruling = Objects.requireNonNull(rulings.get(touch.key()));
                    return told.add(touch.key()) ? ruling : ruling.again();
                })
                .toList();
    }

    /**
     * Asks the guards of a stage before a touch is due, without lock. Who is refused gets their row in the ledger now, with
     * every reason of that stage; who passes gets none, and is asked everything when the touch leaves.
     *
     * @param touches some ten thousand at most
     */
    @Transactional
    public List<Ruling> screen(List<Touch> touches, Stage stage) {
        Instant at = clock.now().toInstant();
        ContactRules inForce = rules.inForce(at);
        List<Verdict> verdicts = verdicts(touches, stage, at, inForce, Set.of());
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            rulings.add(new Ruling(touches.get(i), verdicts.get(i), false));
        }
        List<Ruling> withheld =
                rulings.stream().filter(ruling -> !ruling.verdict().isCleared()).toList();
        ledger.add(withheld, at, clock.realInstant(), inForce.version());
        return rulings;
    }

    private Set<String> clearedBefore(List<Touch> touches) {
        return ledger.clearedAmong(touches.stream().map(Touch::key).toList());
    }

    private List<Verdict> verdicts(
            List<Touch> touches, Stage stage, Instant at, ContactRules inForce, Set<String> except) {
        Map<Integer, CustomerRecord> records = records(touches, at, inForce, except);
        FactColumns columns = new FactColumns((int) inForce.day(at).toEpochDay());
        touches.forEach(touch -> columns.add(stated(touch, records, at, inForce)));
        return new BatchScreening(policy, inForce, stage).screen(columns, touches::get, at);
    }

    /**
     * What would be ruled now, without lock or trace, each touch by itself: for checks before a launch.
     *
     * @param stage how far the touches have come; at sending the ledger counts as open
     * @return how many would be cleared, under an empty key, and how often each reason would withhold one
     */
    @Transactional(readOnly = true)
    public Map<String, Long> rehearse(List<Touch> touches, Stage stage) {
        Instant at = clock.now().toInstant();
        ContactRules inForce = rules.inForce(at);
        Map<String, Long> counts = new TreeMap<>();
        for (Verdict verdict : verdicts(touches, stage, at, inForce, Set.of())) {
            if (verdict.isCleared()) {
                counts.merge("", 1L, Long::sum);
            }
            verdict.reasons().stream().map(Refusal::token).forEach(token -> counts.merge(token, 1L, Long::sum));
        }
        return counts;
    }

    /**
     * What would be ruled about each touch now, by itself, without lock or trace: for choosing whom to approach at all, and
     * before a call. As where it is cleared, a touch cleared before under the same key is asked about everything but itself.
     *
     * @param touches some thousand
     */
    @Transactional(readOnly = true)
    public List<Verdict> foresee(List<Touch> touches, Stage stage) {
        Instant at = clock.now().toInstant();
        return verdicts(touches, stage, at, rules.inForce(at), clearedBefore(touches));
    }

    /**
     * What is known of a customer now, without lock or trace: for weighing what is not sent yet.
     *
     * @param campaign whose touches count as attempts
     */
    public KnownNow known(int customer, String campaign) {
        Instant at = clock.now().toInstant();
        ContactRules inForce = rules.inForce(at);
        return facts
                .read(
                        List.of(customer),
                        Set.of(campaign),
                        at,
                        inForce.zone(),
                        inForce.frequency().longestDays(),
                        Set.of())
                .stream()
                .findFirst()
                .map(record -> record.facts(campaign, inForce.day(at), Known.YES))
                .map(stated -> new KnownNow(stated, at, inForce))
                .orElseGet(() -> new KnownNow(CustomerRecord.nothing(inForce.day(at), Known.YES), at, inForce));
    }

    private Map<Integer, CustomerRecord> records(
            List<Touch> touches, Instant at, ContactRules inForce, Set<String> except) {
        Collection<Integer> customers = touches.stream().map(Touch::customer).collect(Collectors.toSet());
        Set<String> campaigns = touches.stream().map(Touch::campaign).collect(Collectors.toSet());
        return facts
                .read(
                        customers,
                        campaigns,
                        at,
                        inForce.zone(),
                        inForce.frequency().longestDays(),
                        except)
                .stream()
                .collect(Collectors.toMap(CustomerRecord::number, Function.identity()));
    }

    private static StatedFacts stated(
            Touch touch, Map<Integer, CustomerRecord> records, Instant at, ContactRules inForce) {
        CustomerRecord record = records.get(touch.customer());
        return record == null
                ? CustomerRecord.nothing(inForce.day(at), Known.YES)
                : record.facts(touch.campaign(), inForce.day(at), Known.YES);
    }

    private Ruling rule(
            Touch touch, Map<Integer, CustomerRecord> records, Instant at, ContactRules inForce, boolean isRepeated) {
        Verdict verdict =
                policy.decide(new GuardCase(touch, stated(touch, records, at, inForce), at, inForce, Stage.SENDING));
        if (verdict.isCleared()) {
            records.computeIfPresent(
                    touch.customer(), (_, record) -> record.after(touch.channel(), touch.campaign(), inForce.day(at)));
        }
        return new Ruling(touch, verdict, isRepeated);
    }
}
