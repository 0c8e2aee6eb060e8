package org.yinhang.core.loan.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yinhang.core.loan.Schedule;
import org.yinhang.core.loan.ScheduleRow;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * Everything a borrower receives and pays for one loan, whoever collects it: one flow a day, in the order of days.
 *
 * @param flows without zeros
 */
public record CashFlows(List<CashFlow> flows) {

    public CashFlows {
        Map<LocalDate, Money> days = new TreeMap<>();
        for (CashFlow flow : flows) {
            days.merge(flow.date(), flow.amount(), Money::plus);
        }
        flows = days.entrySet().stream()
                .filter(day -> day.getValue().fen() != 0)
                .map(day -> new CashFlow(day.getKey(), day.getValue()))
                .toList();
    }

    /** The flows of a schedule, with every fee the borrower bears. */
    public static CashFlows of(Schedule schedule) {
        List<CashFlow> flows = new ArrayList<>();
        for (ScheduleRow row : schedule.rows()) {
            flows.add(new CashFlow(row.date(), row.paidOut().minus(row.payment())));
        }
        return new CashFlows(flows);
    }

    /** What remains with the borrower; below zero what the loan costs. */
    public Money total() {
        return flows.stream().map(CashFlow::amount).reduce(Money.ZERO, Money::plus);
    }

    /** How often the direction changes from one day to the next; an ordinary loan has one change and exactly one rate. */
    public int signChanges() {
        int changes = 0;
        for (int i = 1; i < flows.size(); i++) {
            changes += flows.get(i).amount().isNegative()
                            == flows.get(i - 1).amount().isNegative()
                    ? 0
                    : 1;
        }
        return changes;
    }

    /** The rate a year at which what is received and what is paid are worth the same on the first day. */
    public AnnualCost annualCost(AnnualMethod method) {
        if (flows.size() < 2 || signChanges() == 0) {
            return new AnnualCost.Absent(AnnualCost.Reason.ONE_DIRECTION);
        }
        Discounting discounting = new Discounting(method, flows.getFirst().date());
        List<Double> found = new RateSolver(amounts(), intervals(discounting)).roots(discounting.largestPeriodRate());
        List<Rate> rates = found.stream().map(discounting::annual).distinct().toList();
        return switch (rates.size()) {
            case 0 -> new AnnualCost.Absent(AnnualCost.Reason.NO_RATE);
            case 1 -> new AnnualCost.Found(rates.getFirst());
            default -> new AnnualCost.Several(rates);
        };
    }

    /** What the flows are worth on the first day at a rate a year, to the nearest fen. */
    public Money presentValue(AnnualMethod method, Rate rate) {
        if (flows.isEmpty()) {
            return Money.ZERO;
        }
        Discounting discounting = new Discounting(method, flows.getFirst().date());
        double periodRate = discounting.periodRate(rate);
        double worth = 0;
        for (CashFlow flow : flows) {
            worth += flow.amount().fen() * discounting.to(flow.date()).factor(periodRate);
        }
        return Money.ofFen(Math.round(worth));
    }

    double[] amounts() {
        return flows.stream().mapToDouble(flow -> flow.amount().fen()).toArray();
    }

    List<Discounting.Interval> intervals(Discounting discounting) {
        return flows.stream().map(flow -> discounting.to(flow.date())).toList();
    }
}
