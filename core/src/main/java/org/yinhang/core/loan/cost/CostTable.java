package org.yinhang.core.loan.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yinhang.core.loan.Charge;
import org.yinhang.core.loan.ChargeBasis;
import org.yinhang.core.loan.ChargeItem;
import org.yinhang.core.loan.Collector;
import org.yinhang.core.loan.Fee;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.loan.ScheduleRow;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * 综合融资成本 of a loan that is repaid as agreed: every charge, what it comes to, who collects it and what part of the
 * annual cost it is. What the borrower bears adds up to the total, and the shares add up to the annual cost to the
 * millionth.
 *
 * <p>The share of a charge is the annual cost times the part its payments have, discounted at that cost, in all payments
 * of cost. It does not depend on the order of the charges.
 *
 * @param paidOut what the borrower receives
 * @param lines interest first, then fees as they first fall due
 * @param total what the borrower bears
 * @param annual the rate a year over every cash flow
 * @param method how the rate is reckoned
 * @param overdue the rate a year on overdue principal; no part of the annual cost
 * @param onPrepayment fees that fall due only when the borrower prepays; no part of the annual cost unless it is planned
 */
public record CostTable(
        Money paidOut,
        List<CostLine> lines,
        Money total,
        AnnualCost annual,
        AnnualMethod method,
        Rate overdue,
        List<Fee> onPrepayment) {

    public CostTable {
        lines = List.copyOf(lines);
        onPrepayment = List.copyOf(onPrepayment);
    }

    private record Key(ChargeItem item, ChargeBasis basis) {}

    private record Payment(LocalDate date, Money amount) {}

    /**
     * The table of a schedule.
     *
     * @param lender who collects the interest
     * @param overdue the rate a year on overdue principal
     */
    public static CostTable of(Schedule schedule, AnnualMethod method, Collector lender, Rate overdue) {
        Map<Key, List<Payment>> costs = costs(schedule, lender);
        AnnualCost annual = CashFlows.of(schedule).annualCost(method);
        List<Key> keys = List.copyOf(costs.keySet());
        Map<Key, Rate> shares = shares(
                costs,
                annual.unique(),
                new Discounting(method, schedule.rows().getFirst().date()));
        List<CostLine> lines = new ArrayList<>();
        for (Key key : keys) {
            Money amount = sum(costs.getOrDefault(key, List.of()));
            lines.add(new CostLine(key.item(), key.basis(), amount, shares.getOrDefault(key, Rate.ZERO)));
        }
        List<Fee> onPrepayment = schedule.terms().fees().stream()
                .filter(fee -> fee.when() == Fee.Timing.ON_PREPAYMENT)
                .toList();
        Money total = schedule.interest().plus(schedule.fees());
        return new CostTable(schedule.paidOut(), lines, total, annual, method, overdue, onPrepayment);
    }

    /** The charges collected by others than the lender. */
    public List<CostLine> collectedByPartners() {
        return lines.stream()
                .filter(line -> line.item().collector().kind() != Collector.Kind.LENDER)
                .toList();
    }

    private static Map<Key, List<Payment>> costs(Schedule schedule, Collector lender) {
        Map<Key, List<Payment>> costs = new LinkedHashMap<>();
        ChargeBasis basis = new ChargeBasis.Interest(
                schedule.terms().rate(), schedule.terms().dayCount());
        Key interest = new Key(ChargeItem.of("利息", lender), basis);
        costs.put(interest, new ArrayList<>());
        for (ScheduleRow row : schedule.rows()) {
            put(costs, interest, row.date(), row.interest().plus(row.capitalised()));
            for (Charge charge : row.charges()) {
                put(costs, new Key(charge.item(), charge.basis()), row.date(), charge.amount());
            }
        }
        return costs;
    }

    private static void put(Map<Key, List<Payment>> costs, Key key, LocalDate date, Money amount) {
        costs.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Payment(date, amount));
    }

    private static Money sum(List<Payment> payments) {
        return payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Whole millionths, the largest remainders rounded up, so that they add up to the annual cost. */
    private static Map<Key, Rate> shares(
            Map<Key, List<Payment>> costs, Optional<Rate> annual, Discounting discounting) {
        Map<Key, Double> worth = new LinkedHashMap<>();
        double all = 0;
        for (Map.Entry<Key, List<Payment>> cost : costs.entrySet()) {
            if (annual.isPresent() && cost.getKey().item().isBorneByBorrower()) {
                double present = present(cost.getValue(), discounting, annual.get());
                worth.put(cost.getKey(), present);
                all += present;
            }
        }
        Map<Key, Rate> shares = new LinkedHashMap<>();
        if (all <= 0) {
            return shares;
        }
        int whole = annual.orElse(Rate.ZERO).ppm();
        Map<Key, Double> remainders = new LinkedHashMap<>();
        int left = whole;
        for (Map.Entry<Key, Double> entry : worth.entrySet()) {
            double exact = whole * (entry.getValue() / all);
            int floor = (int) Math.floor(exact);
            shares.put(entry.getKey(), new Rate(floor));
            remainders.put(entry.getKey(), exact - floor);
            left -= floor;
        }
        List<Key> order = remainders.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        for (int i = 0; i < left; i++) {
            shares.merge(order.get(i % order.size()), new Rate(1), Rate::plus);
        }
        return shares;
    }

    private static double present(List<Payment> payments, Discounting discounting, Rate annual) {
        double periodRate = discounting.periodRate(annual);
        double sum = 0;
        for (Payment payment : payments) {
            sum += payment.amount().fen() * discounting.to(payment.date()).factor(periodRate);
        }
        return sum;
    }
}
