package org.yinhang.opportunity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.access.DataScope;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.Campaigns;
import org.yinhang.core.progress.Progress;
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

    /** Takes every open task that is no opportunity yet. */
    public Identified takeAll(Progress progress) {
        List<ContactTask> open = tasks.open(DataScope.wholeBank(), MOST);
        Set<Long> known =
                sightings.touches(open.stream().map(ContactTask::touch).toList());
        Map<String, List<ContactTask>> byCampaign = open.stream()
                .filter(task -> !known.contains(task.touch()))
                .collect(Collectors.groupingBy(ContactTask::campaign, TreeMap::new, Collectors.toList()));
        Identified all = Identified.NOTHING;
        for (Map.Entry<String, List<ContactTask>> entry : byCampaign.entrySet()) {
            List<ContactTask> waiting = entry.getValue();
            for (int from = 0; from < waiting.size(); from += CHUNK) {
                progress.report(entry.getKey(), from, waiting.size());
                all = all.plus(take(entry.getKey(), waiting.subList(from, Math.min(from + CHUNK, waiting.size()))));
            }
        }
        return all;
    }

    /** Of one customer the newest task counts: what a campaign wants twice is one opportunity. */
    private Identified take(String code, List<ContactTask> chunk) {
        Optional<Campaign> campaign = campaigns.find(code);
        Map<Integer, ContactTask> byCustomer = new LinkedHashMap<>();
        chunk.forEach(task -> byCustomer.put(task.customer(), task));
        List<String> products =
                campaign.map(one -> List.of(one.plan().product())).orElseGet(offers::lending);
        Map<Integer, Found> best =
                offers.of(byCustomer.keySet(), products, sightings.openProducts(byCustomer.keySet()));
        List<Found> found = new ArrayList<>();
        byCustomer.forEach((customer, task) -> Optional.ofNullable(best.get(customer))
                .or(() -> products.stream().findFirst().map(product -> Found.plain(customer, product)))
                .ifPresent(one -> found.add(one.because(task.touch()))));
        LocalDate today = clock.today();
        Instant now = clock.now().toInstant();
        SightingRepository.Outcome outcome = sightings.add(
                new Sighting(
                        OpportunityReason.Source.TASK,
                        code,
                        false,
                        false,
                        now,
                        today,
                        now.plus(Duration.ofHours(CLOCK_HOURS)),
                        campaign.map(one -> one.plan().endsOn())
                                .filter(end -> end.isAfter(today))
                                .orElse(today.plusDays(USUAL_DAYS))),
                found);
        return new Identified(chunk.size(), 0, 0, 0, chunk.size() - found.size(), outcome.opened(), outcome.joined());
    }
}
