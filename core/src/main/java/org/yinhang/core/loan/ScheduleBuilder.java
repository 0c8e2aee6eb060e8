package org.yinhang.core.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yinhang.core.unit.Money;

/** Walks a loan day by day. Amounts are fen. */
final class ScheduleBuilder {

    private final LoanTerms terms;
    private final PaymentDates dates;
    private final Accrual accrual;
    private final Repayment repayment;
    private final List<ScheduleRow> rows = new ArrayList<>();
    private LocalDate at;
    private long balance;
    private long drawn;

    ScheduleBuilder(LoanTerms terms) {
        this.terms = terms;
        dates = terms.dates();
        accrual = new Accrual(terms);
        repayment = new Repayment(terms, accrual);
        at = dates.start();
    }

    List<ScheduleRow> build() {
        draw(dates.start(), 0, terms.principal().fen(), true);
        for (int period = 1; period <= dates.count() && !isOver(); period++) {
            movements(period);
            prepayments(period);
            if (!isOver()) {
                due(period);
            }
        }
        return rows;
    }

    private boolean isOver() {
        return balance == 0 && !(terms.method() instanceof RepaymentMethod.Revolving);
    }

    /** Moves on within a period. */
    private void accrue(int period, LocalDate day) {
        DayCount dayCount = terms.dayCount();
        accrual.add(balance, dates.unitsInto(period, day, dayCount) - dates.unitsInto(period, at, dayCount));
        at = day;
    }

    /** A day that is a due date belongs to the period it begins: the instalment comes first. */
    private boolean isIn(int period, LocalDate day) {
        return !day.isBefore(dates.due(period - 1)) && day.isBefore(dates.due(period));
    }

    private void movements(int period) {
        if (terms.method() instanceof RepaymentMethod.Revolving revolving) {
            for (RepaymentMethod.Movement movement : revolving.movements()) {
                if (isIn(period, movement.date())) {
                    accrue(period, movement.date());
                    switch (movement.kind()) {
                        case DRAW ->
                            draw(movement.date(), period, movement.amount().fen(), false);
                        case REPAY -> repay(movement, period);
                    }
                }
            }
        }
    }

    private void draw(LocalDate day, int period, long amount, boolean first) {
        drawn += amount;
        List<Charge> charges = charges(Fee.Timing.EACH_DRAW, amount, balance);
        if (first) {
            charges.addAll(charges(Fee.Timing.AT_START, amount, balance));
        }
        long financed = charges.stream()
                .filter(Charge::isFinanced)
                .mapToLong(charge -> charge.amount().fen())
                .sum();
        add(day, ScheduleRow.Kind.DRAW, period, amount, 0, 0, 0, charges, balance + amount + financed);
    }

    private void repay(RepaymentMethod.Movement movement, int period) {
        long amount = movement.amount().fen();
        long interest = amount == balance ? accrual.settle() : 0;
        ScheduleRow.Kind kind = ScheduleRow.Kind.REPAYMENT;
        add(movement.date(), kind, period, 0, interest, 0, amount, List.of(), balance - amount);
    }

    private void prepayments(int period) {
        for (Prepayment prepayment : terms.prepayments()) {
            if (isIn(period, prepayment.date()) && balance > 0) {
                accrue(period, prepayment.date());
                prepay(prepayment, period);
            }
        }
    }

    private void prepay(Prepayment prepayment, int period) {
        long principal =
                switch (prepayment) {
                    case Prepayment.Whole _ -> balance;
                    case Prepayment.Part part -> part.amount().fen();
                };
        if (prepayment instanceof Prepayment.Part part) {
            if (principal >= balance) {
                String where = "prepayment: " + part.date();
                throw LoanFaults.of("LOA-1017", "部分提前还款不小于当日余额。", where, "余额为 " + Money.ofFen(balance) + "，请改为全部提前还款。");
            }
            if (part.effect() == Prepayment.Effect.SMALLER_INSTALMENT) {
                repayment.reckonAgain();
            }
        }
        List<Charge> charges = charges(Fee.Timing.ON_PREPAYMENT, principal, balance);
        if (principal == balance) {
            charges.addAll(charges(Fee.Timing.AT_END, drawn, balance));
        }
        ScheduleRow.Kind kind = ScheduleRow.Kind.PREPAYMENT;
        add(prepayment.date(), kind, period, 0, accrual.settle(), 0, principal, charges, balance - principal);
    }

    private void due(int period) {
        accrue(period, dates.due(period));
        boolean last = period == dates.count();
        List<Charge> charges = new ArrayList<>();
        if (balance > 0) {
            charges.addAll(charges(Fee.Timing.EACH_PERIOD, drawn, balance));
        }
        Grace grace = terms.grace();
        boolean free = period <= grace.periods();
        long interest = 0;
        long capitalised = 0;
        long principal = 0;
        if (free && grace.interest() == Grace.Interest.CAPITALISED) {
            capitalised = accrual.settle();
        } else if (free && grace.interest() == Grace.Interest.PAID) {
            interest = accrual.settle();
        } else if (!free) {
            Repayment.Due due = repayment.due(period, balance);
            interest = due.interest();
            principal = due.principal();
        }
        long closing = balance + capitalised - principal;
        if (last || (closing == 0 && !(terms.method() instanceof RepaymentMethod.Revolving))) {
            charges.addAll(charges(Fee.Timing.AT_END, drawn, balance));
        }
        if (!charges.isEmpty() || (balance > 0 && !waits(period)) || interest > 0) {
            add(at, ScheduleRow.Kind.DUE, period, 0, interest, capitalised, principal, charges, closing);
        }
    }

    /** Whether neither interest nor principal is asked for on a due date. */
    private boolean waits(int period) {
        Grace grace = terms.grace();
        boolean deferred = period <= grace.periods() && grace.interest() == Grace.Interest.DEFERRED;
        return deferred || (terms.method() instanceof RepaymentMethod.Bullet && period < dates.count());
    }

    private List<Charge> charges(Fee.Timing when, long principal, long owed) {
        List<Charge> charges = new ArrayList<>();
        for (Fee fee : terms.fees()) {
            Money amount = fee.basis().amount(Money.ofFen(principal), Money.ofFen(owed));
            if (fee.when() == when && amount.fen() > 0) {
                charges.add(new Charge(fee.item(), fee.basis(), amount, fee.isFinanced()));
            }
        }
        return charges;
    }

    private void add(
            LocalDate day,
            ScheduleRow.Kind kind,
            int period,
            long paidOut,
            long interest,
            long capitalised,
            long principal,
            List<Charge> charges,
            long closing) {
        rows.add(new ScheduleRow(
                day,
                kind,
                period,
                Money.ofFen(balance),
                Money.ofFen(paidOut),
                Money.ofFen(interest),
                Money.ofFen(capitalised),
                Money.ofFen(principal),
                charges,
                Money.ofFen(closing)));
        balance = closing;
    }
}
