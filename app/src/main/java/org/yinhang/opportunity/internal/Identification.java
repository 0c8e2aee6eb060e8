package org.yinhang.opportunity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.Selection;
import org.yinhang.audience.Selections;
import org.yinhang.campaign.StandingHoldOut;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Verdict;
import org.yinhang.core.audience.UnseenValue;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.OpportunityList;
import org.yinhang.opportunity.OpportunityReason;
import org.yinhang.opportunity.OpportunityRule;
import org.yinhang.opportunity.RuleSize;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/**
 * Finds opportunities. Who may not be approached at all, who is held out and who may have none of the products never becomes
 * one. Each thousand customers are one transaction, and finding the same again changes nothing: killed anywhere, it is
 * simply run again.
 */
@Component
public class Identification {

    private static final int CHUNK = 1_000;

    private final Selections selections;
    private final ContactDesk desk;
    private final StandingHoldOut holdOut;
    private final BestOffers offers;
    private final SightingRepository sightings;
    private final BusinessClock clock;

    Identification(
            Selections selections,
            ContactDesk desk,
            StandingHoldOut holdOut,
            BestOffers offers,
            SightingRepository sightings,
            BusinessClock clock) {
        this.selections = selections;
        this.desk = desk;
        this.holdOut = holdOut;
        this.offers = offers;
        this.sightings = sightings;
        this.clock = clock;
    }

    /**
     * Looks for the customers a rule means today.
     *
     * @throws FaultException when the rule cannot be read, {@code GRP-1007} before the tags were computed
     */
    public Identified rule(OpportunityRule rule, Progress progress) {
        ChosenBy chosen = choose(rule.when(), SystemViewer.ofBank());
        return add(chosen.customers(), sighting(rule, chosen), rule.products(), silentSince(rule), progress);
    }

    private Sighting sighting(OpportunityRule rule, ChosenBy chosen) {
        LocalDate today = clock.today();
        Instant now = clock.now().toInstant();
        return new Sighting(
                OpportunityReason.Source.RULE,
                rule.code(),
                rule.version(),
                chosen.isSensitive(),
                chosen.isBureau(),
                now,
                today,
                now.plus(Duration.ofHours(rule.clockHours())),
                today.plusDays(rule.expiresDays()));
    }

    private Instant silentSince(OpportunityRule rule) {
        return clock.now().toInstant().minus(Duration.ofDays(rule.againDays()));
    }

    /**
     * What a rule would come to today among the customers below a branch, without writing any of it. Whoever has an open opportunity of
     * this rule is neither opened nor joined.
     *
     * @throws FaultException as {@link #rule}
     */
    public Identified foresee(OpportunityRule rule, String branchPath) {
        ChosenBy chosen = choose(rule.when(), new SystemViewer(branchPath));
        Sighting sighting = sighting(rule, chosen);
        Identified all = Identified.NOTHING;
        List<Integer> customers = chosen.customers();
        for (int from = 0; from < customers.size(); from += CHUNK) {
            Sifted sifted = sift(
                    customers.subList(from, Math.min(from + CHUNK, customers.size())),
                    sighting,
                    rule.products(),
                    silentSince(rule));
            all = all.plus(sifted.with(sightings.foresee(sighting, sifted.found())));
        }
        return all;
    }

    /**
     * How many customers below a branch meet a condition, as a rule would read it.
     *
     * @throws PredicateException with what is wrong with it
     * @throws FaultException {@code GRP-1007} before the tags were computed
     */
    public RuleSize size(String condition, String branchPath) {
        return selections
                .within(new SystemViewer(branchPath), selection -> {
                    Expression read = selection.read(condition);
                    Selection.Answer answer = selection.answer(read);
                    Set<DataClass> classes = selection.dataOf(read);
                    return new RuleSize(
                            answer.count(),
                            answer.base(),
                            classes.contains(DataClass.FINANCIAL),
                            classes.contains(DataClass.BUREAU),
                            selection.unseen(read).stream()
                                    .map(UnseenValue::text)
                                    .toList());
                })
                .orElseThrow(Audiences::noTags);
    }

    /** Makes opportunities of the customers of a list, as its maker may see and approach them. */
    public Identified list(OpportunityList list, String predicate, Viewer maker, Progress progress) {
        ChosenBy chosen = choose(predicate, maker);
        LocalDate today = clock.today();
        Instant now = clock.now().toInstant();
        Sighting sighting = new Sighting(
                OpportunityReason.Source.LIST,
                Long.toString(list.id()),
                0,
                chosen.isSensitive(),
                chosen.isBureau(),
                now,
                today,
                now.plus(Duration.ofHours(list.clockHours())),
                list.expiresOn());
        return add(chosen.customers(), sighting, list.products(), now, progress);
    }

    /** What a list would come to, without writing any of it: opened and joined stay 0. */
    public Identified foresee(String predicate, List<String> products, Viewer viewer) {
        ChosenBy chosen = choose(predicate, viewer);
        Sighting sighting = new Sighting(
                OpportunityReason.Source.LIST,
                "0",
                0,
                chosen.isSensitive(),
                chosen.isBureau(),
                clock.now().toInstant(),
                clock.today(),
                clock.now().toInstant(),
                clock.today());
        int withheld = 0;
        int refused = 0;
        List<Integer> customers = chosen.customers();
        for (int from = 0; from < customers.size(); from += CHUNK) {
            List<Integer> chunk = customers.subList(from, Math.min(from + CHUNK, customers.size()));
            List<Integer> approachable = approachable(chunk, sighting);
            withheld += chunk.size() - approachable.size();
            refused += approachable.size()
                    - offers.of(approachable, products, Map.of()).size();
        }
        return new Identified(customers.size(), withheld, 0, 0, refused, 0, 0);
    }

    /** Whom a condition means today, within what somebody may see and approach. */
    ChosenBy choose(String predicate, Viewer viewer) {
        try {
            return selections
                    .within(viewer, selection -> ChosenBy.of(predicate, selection))
                    .orElseThrow(Audiences::noTags);
        } catch (PredicateException e) {
            throw e.faults();
        }
    }

    /**
     * Makes opportunities of customers.
     *
     * @param silentSince whoever had an opportunity of the same reason closed since then is left alone
     */
    Identified add(
            List<Integer> customers, Sighting sighting, List<String> products, Instant silentSince, Progress progress) {
        Identified all = Identified.NOTHING;
        for (int from = 0; from < customers.size(); from += CHUNK) {
            progress.report(sighting.code(), from, customers.size());
            List<Integer> chunk = customers.subList(from, Math.min(from + CHUNK, customers.size()));
            all = all.plus(addSome(chunk, sighting, products, silentSince));
        }
        return all;
    }

    private Identified addSome(List<Integer> chunk, Sighting sighting, List<String> products, Instant silentSince) {
        Sifted sifted = sift(chunk, sighting, products, silentSince);
        return sifted.with(
                sifted.found().isEmpty()
                        ? new SightingRepository.Outcome(0, 0)
                        : sightings.add(sighting, sifted.found()));
    }

    /** Whom of some customers an opportunity is for, and how many were left out why. */
    private record Sifted(int chosen, int withheld, int held, int silent, int refused, List<Found> found) {

        Identified with(SightingRepository.Outcome outcome) {
            return new Identified(chosen, withheld, held, silent, refused, outcome.opened(), outcome.joined());
        }
    }

    private Sifted sift(List<Integer> chunk, Sighting sighting, List<String> products, Instant silentSince) {
        List<Integer> approachable = approachable(chunk, sighting);
        Set<Integer> held = approachable.isEmpty() ? Set.of() : holdOut.among(approachable);
        List<Integer> free = approachable.stream()
                .filter(customer -> !held.contains(customer))
                .toList();
        Set<Integer> closed = sightings.closedSince(sighting, free, silentSince);
        List<Integer> wanted =
                free.stream().filter(customer -> !closed.contains(customer)).toList();
        Map<Integer, Found> best = offers.of(wanted, products, sightings.openProducts(wanted));
        List<Found> found =
                wanted.stream().filter(best::containsKey).map(best::get).toList();
        return new Sifted(
                chunk.size(),
                chunk.size() - approachable.size(),
                held.size(),
                closed.size(),
                wanted.size() - found.size(),
                found);
    }

    private List<Integer> approachable(List<Integer> chunk, Sighting sighting) {
        List<Touch> touches = chunk.stream()
                .map(customer -> Approach.choosing(
                        customer,
                        sighting.source().key() + "-" + sighting.code(),
                        sighting.isSensitive(),
                        sighting.isBureau()))
                .toList();
        List<Verdict> verdicts = desk.foresee(touches, Stage.CHOOSING);
        List<Integer> approachable = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (verdicts.get(i).isCleared()) {
                approachable.add(chunk.get(i));
            }
        }
        return approachable;
    }
}
