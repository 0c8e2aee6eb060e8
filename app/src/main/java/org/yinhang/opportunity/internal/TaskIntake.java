package org.yinhang.opportunity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.Campaigns;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.core.progress.Progress;
import org.yinhang.jobs.Jobs;
import org.yinhang.opportunity.Identified;
import org.yinhang.opportunity.OpportunityReason;
import org.yinhang.reach.ContactTask;
import org.yinhang.reach.ContactTasks;
import org.yinhang.shared.BusinessClock;

/**
 * Calls, appointments and visits that campaigns want become opportunities. Their guards were asked when the touch left, and are
 * asked again at the call.
 */
@Component
public class TaskIntake {

    private static final int MOST = 100_000;
    private static final int CHUNK = 1_000;
    private static final int CLOCK_HOURS = 24;
    private static final int USUAL_DAYS = 14;

    private final ContactTasks tasks;
    private final Campaigns campaigns;
    private final BestOffers offers;
    private final SightingRepository sightings;
    private final BusinessClock clock;

    TaskIntake(
            ContactTasks tasks,
            Campaigns campaigns,
            BestOffers offers,
            SightingRepository sightings,
            BusinessClock clock) {
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.offers = offers;
        this.sightings = sightings;
        this.clock = clock;
    }

    /** What the guards ask of tasks that speak for one customer: the campaign, and which data chose. */
    private record Kind(String campaign, DataUse data) {}

    /** Takes every open task that is no opportunity yet. */
    public Identified takeAll(Progress progress) {
        List<ContactTask> open = tasks.open(DataScope.wholeBank(), MOST);
        Set<Long> known = sightings.taken(open.stream().map(ContactTask::touch).toList());
        Map<Kind, List<ContactTask>> byKind = open.stream()
                .filter(task -> !known.contains(task.touch()))
                .collect(Collectors.groupingBy(
                        task -> new Kind(task.campaign(), task.data()), LinkedHashMap::new, Collectors.toList()));
        Identified all = Identified.NOTHING;
        for (Map.Entry<Kind, List<ContactTask>> entry : byKind.entrySet()) {
            List<ContactTask> waiting = entry.getValue();
            for (int from = 0; from < waiting.size(); from += CHUNK) {
                progress.report(entry.getKey().campaign(), from, waiting.size());
                all = all.plus(take(entry.getKey(), waiting.subList(from, Math.min(from + CHUNK, waiting.size()))));
            }
        }
        return all;
    }

    /**
     * What a campaign wants of one customer twice is one opportunity. Whoever refused within the days of peace is not called
     * for another task: it is withdrawn.
     */
    private Identified take(Kind kind, List<ContactTask> chunk) {
        Optional<Campaign> campaign = campaigns.find(kind.campaign());
        LocalDate today = clock.today();
        Instant now = clock.now().toInstant();
        Map<Integer, List<Long>> byCustomer = chunk.stream()
                .collect(Collectors.groupingBy(
                        ContactTask::customer,
                        LinkedHashMap::new,
                        Collectors.mapping(ContactTask::touch, Collectors.toList())));
        int customers = byCustomer.size();
        Set<Integer> refused =
                sightings.refusedSince(byCustomer.keySet(), now.minus(Duration.ofDays(Approach.LIMITS.coolDownDays())));
        tasks.withdraw(
                refused.stream()
                        .flatMap(customer -> Objects.requireNonNull(byCustomer.remove(customer)).stream())
                        .toList(),
                Jobs.SYSTEM,
                "refused lately");
        List<String> products =
                campaign.map(one -> List.of(one.plan().product())).orElseGet(offers::lending);
        Map<Integer, Found> best =
                offers.of(byCustomer.keySet(), products, sightings.openProducts(byCustomer.keySet()));
        List<Found> found = new ArrayList<>();
        byCustomer.forEach((customer, touches) -> Optional.ofNullable(best.get(customer))
                .or(() -> products.stream().findFirst().map(product -> Found.plain(customer, product)))
                .ifPresent(one -> found.add(one.because(touches))));
        SightingRepository.Outcome outcome = sightings.add(
                new Sighting(
                        OpportunityReason.Source.TASK,
                        kind.campaign(),
                        0,
                        kind.data().sensitive(),
                        kind.data().bureau(),
                        now,
                        today,
                        now.plus(Duration.ofHours(CLOCK_HOURS)),
                        campaign.map(one -> one.plan().endsOn())
                                .filter(end -> end.isAfter(today))
                                .orElse(today.plusDays(USUAL_DAYS))),
                found);
        return new Identified(
                customers, refused.size(), 0, 0, byCustomer.size() - found.size(), outcome.opened(), outcome.joined());
    }
}
