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
import org.yinhang.audience.Selections;
import org.yinhang.campaign.StandingHoldOut;
import org.yinhang.compliance.ContactDesk;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Verdict;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.PredicateException;
import org.yinhang.core.progress.Progress;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.OpportunityList;
import org.yinhang.opportunity.OpportunityReason;
import org.yinhang.opportunity.OpportunityRule;
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
        ChosenBy chosen = choose(rule.when(), new SystemViewer());
        LocalDate today = clock.today();
        Instant now = clock.now().toInstant();
        Sighting sighting = new Sighting(
                OpportunityReason.Source.RULE,
                rule.code(),
                chosen.isSensitive(),
                chosen.isBureau(),
                now,
                today,
                now.plus(Duration.ofHours(rule.clockHours())),
                today.plusDays(rule.expiresDays()));
        return add(
                chosen.customers(), sighting, rule.products(), now.minus(Duration.ofDays(rule.againDays())), progress);
    }

    /** Makes opportunities of the customers of a list, as its maker may see and approach them. */
    public Identified list(OpportunityList list, String predicate, Viewer maker, Progress progress) {
        ChosenBy chosen = choose(predicate, maker);
        LocalDate today = clock.today();
        Instant now = clock.now().toInstant();
        Sighting sighting = new Sighting(
                OpportunityReason.Source.LIST,
                Long.toString(list.id()),
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
        SightingRepository.Outcome outcome =
                found.isEmpty() ? new SightingRepository.Outcome(0, 0) : sightings.add(sighting, found);
        return new Identified(
                chunk.size(),
                chunk.size() - approachable.size(),
                held.size(),
                closed.size(),
                wanted.size() - found.size(),
                outcome.opened(),
                outcome.joined());
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
