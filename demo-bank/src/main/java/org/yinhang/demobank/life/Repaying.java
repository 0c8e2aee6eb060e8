package org.yinhang.demobank.life;

import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/**
 * Instalments are paid on the day, some days late, or, while in distress, not at all; ninety days unpaid is a default,
 * a year unpaid is written off.
 */
final class Repaying {

    private static final int DEFAULT_DAYS = 90;
    private static final int WRITE_OFF_DAYS = 365;

    private Repaying() {}

    static void play(Today today) {
        int day = today.day().number();
        LoanState[] loans = today.state.loans;
        for (int i = 0; i < loans.length; i++) {
            LoanState loan = loans[i];
            if (loan.isRunning() && day >= loan.nextDue) {
                due(today, loan, day, i);
            }
        }
        LineState line = today.state.line;
        if (line.isActive() && day >= line.expiresOn) {
            line.status = LineState.EXPIRED;
            Borrowing.writeLine(today, 1_000);
        }
    }

    private static void due(Today today, LoanState loan, int day, int slot) {
        if (day == loan.nextDue) {
            Dice dice = today.dice(Purpose.REPAYING);
            double onTime = 0;
            int late = 0;
            for (int i = 0; i <= slot; i++) {
                onTime = dice.uniform();
                late = 1 + dice.below(14);
            }
            loan.payOn = onTime < today.person().temper().diligence() ? day : day + late;
        }
        if (today.state.distressed || today.state.deceased) {
            miss(today, loan, day);
        } else if (day >= loan.payOn) {
            int at = 33_000 + slot * 60;
            while (loan.isRunning() && loan.nextDue <= day) {
                pay(today, loan, day, at);
                at += 5;
            }
            Borrowing.recount(today.state);
        } else {
            miss(today, loan, day);
        }
    }

    private static void pay(Today today, LoanState loan, int day, int at) {
        long due = Schedule.due(loan);
        long principal = due - Schedule.interest(loan.balance, loan.rate);
        int late = day - loan.nextDue;
        if (due > today.state.current) {
            today.purse.current(at, due - today.state.current, "transfer_in", "online", 1);
        }
        today.purse.pay(at + 1, due, "repayment", "auto", loan.loan);
        today.rows
                .credit()
                .repayment(today.number(), today.day(), at + 1, today.newId(), loan.loan, loan.nextDue, due, due, late);
        if (late > 0) {
            today.state.lateInstalments++;
        }
        loan.balance -= principal;
        loan.paid++;
        loan.nextDue = Schedule.dueDay(loan.disbursedOn, loan.paid + 1);
        loan.status =
                loan.balance == 0 ? LoanState.SETTLED : loan.nextDue <= day ? LoanState.OVERDUE : LoanState.PERFORMING;
        today.rows.credit().loan(today.number(), today.day(), at + 2, loan.facts(day));
        if (loan.line != 0 && loan.line == today.state.line.line && principal > 0) {
            today.state.line.used -= principal;
            Borrowing.writeLine(today, at + 3);
        }
        if (loan.status == LoanState.SETTLED) {
            loan.clear();
        }
    }

    private static void miss(Today today, LoanState loan, int day) {
        int dpd = day - loan.nextDue;
        loan.worstDpd = Math.max(loan.worstDpd, dpd);
        if (dpd >= WRITE_OFF_DAYS) {
            loan.status = LoanState.WRITTEN_OFF;
            Borrowing.recount(today.state);
        } else if (dpd >= DEFAULT_DAYS) {
            loan.status = LoanState.DEFAULTED;
            today.state.everDefaulted = true;
        } else if (dpd > 0 && loan.status == LoanState.PERFORMING) {
            loan.status = LoanState.OVERDUE;
        }
        if (isMilestone(dpd)) {
            today.rows.credit().loan(today.number(), today.day(), 80_000, loan.facts(day));
        }
        if (dpd == DEFAULT_DAYS) {
            today.writeCustomer();
        }
    }

    private static boolean isMilestone(int dpd) {
        return dpd == 1
                || dpd == 7
                || dpd == 31
                || dpd == 61
                || dpd == DEFAULT_DAYS
                || dpd == 181
                || dpd == WRITE_OFF_DAYS;
    }
}
