package org.yinhang.opportunity;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.core.unit.Money;
import org.yinhang.customer.Customers;
import org.yinhang.opportunity.internal.CallRepository;
import org.yinhang.opportunity.internal.OpportunityRepository;
import org.yinhang.shared.BusinessClock;

/**
 * The account manager's day. Follow-ups that were agreed come first, in the order of their times; then first contacts whose clock
 * ran out; then everything else by expected value times urgency. What has no known value counts as nothing and stands by its
 * urgency alone, behind the others.
 */
@Service
public class MyDay {

    private final OpportunityRepository opportunities;
    private final CallRepository calls;
    private final Customers customers;
    private final WorkRules rules;
    private final BusinessClock clock;

    MyDay(
            OpportunityRepository opportunities,
            CallRepository calls,
            Customers customers,
            WorkRules rules,
            BusinessClock clock) {
        this.opportunities = opportunities;
        this.calls = calls;
        this.customers = customers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The day of somebody.
     *
     * @param staffCode theirs in the bank's staff list
     */
    public Day of(String staffCode) {
        WorkSettings settings = rules.today();
        ZonedDateTime now = clock.now();
        Instant tonight =
                now.toLocalDate().plusDays(1).atStartOfDay(clock.zone()).toInstant();
        List<Opportunity> open = opportunities.openOf(staffCode);
        List<Opportunity> due = open.stream()
                .filter(one -> one.nextAt().map(at -> at.isBefore(tonight)).orElse(true))
                .toList();
        Map<Integer, String> names = customers.maskedNames(
                due.stream().map(Opportunity::customer).distinct().toList(), DataScope.wholeBank());
        List<DayItem> items = due.stream()
                .map(one -> new DayItem(one, names.getOrDefault(one.customer(), ""), kind(one, now.toInstant())))
                .sorted(order(now.toInstant()))
                .toList();
        int called = calls.dialledSince(
                staffCode,
                ContactWay.CALL,
                now.toLocalDate().atStartOfDay(clock.zone()).toInstant());
        int room = Math.min(items.size(), Math.max(0, settings.callsADay() - called));
        return new Day(
                items.subList(0, room),
                items.subList(room, items.size()),
                open.size() - due.size(),
                count(items, DayItem.Kind.FOLLOW_UP),
                count(items, DayItem.Kind.OVERDUE),
                called,
                settings.callsADay(),
                settings.isGoodHour(now.toLocalTime()),
                settings.goodHours());
    }

    private static DayItem.Kind kind(Opportunity one, Instant now) {
        if (one.nextAt().isPresent()) {
            return DayItem.Kind.FOLLOW_UP;
        }
        return one.isOverdue(now) ? DayItem.Kind.OVERDUE : DayItem.Kind.WORTH;
    }

    private static int count(List<DayItem> items, DayItem.Kind kind) {
        return (int) items.stream().filter(item -> item.kind() == kind).count();
    }

    private Comparator<DayItem> order(Instant now) {
        return Comparator.comparing(DayItem::kind)
                .thenComparing(item -> item.opportunity().nextAt().orElse(Instant.MAX))
                .thenComparing(Comparator.comparingDouble((DayItem item) -> weight(item.opportunity(), now))
                        .reversed())
                .thenComparing(
                        Comparator.comparingDouble((DayItem item) -> Urgency.of(item.opportunity(), now, clock.zone()))
                                .reversed())
                .thenComparingLong(item -> item.opportunity().id());
    }

    /** What counts for the order, in yuan. */
    private double weight(Opportunity one, Instant now) {
        return Math.max(0, one.value().map(Money::fen).orElse(0L)) / 100.0 * Urgency.of(one, now, clock.zone());
    }
}
