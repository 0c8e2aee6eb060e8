package org.yinhang.demobank.life;

import org.yinhang.demobank.contact.Offer;

/** Lines are granted, money is drawn, loans are paid out. */
final class Borrowing {

    /** Least amount anybody draws, in fen. */
    static final long SMALLEST_DRAW = 200_000;

    private static final int LINE_DAYS = 1_095;

    private Borrowing() {}

    /** Grants a credit line, in place of any earlier one that has ended. */
    static void grant(Today today, Offer offer, long fen, int rate, int grantedOn, int second) {
        LineState line = today.state.line;
        line.status = LineState.ACTIVE;
        line.line = today.newId();
        line.offer = offer.index();
        line.granted = fen;
        line.used = 0;
        line.rate = rate;
        line.grantedOn = grantedOn;
        line.expiresOn = grantedOn + LINE_DAYS;
        line.lastUsedOn = 0;
        writeLine(today, second);
    }

    /** Draws on the line; gives false when there is no room. */
    static boolean draw(Today today, long wanted, int disbursedOn, int second) {
        LineState line = today.state.line;
        long fen = Math.min(wanted, line.free()) / 10_000 * 10_000;
        if (fen < SMALLEST_DRAW || !today.state.hasFreeLoan()) {
            return false;
        }
        disburse(today, line.offer(), fen, line.rate, 12, line.line, disbursedOn, second);
        line.used += fen;
        line.lastUsedOn = disbursedOn;
        writeLine(today, second + 1);
        return true;
    }

    /** Pays out a loan into the current account (a loan from before the history brings no movement). */
    static LoanState disburse(
            Today today, Offer offer, long fen, int rate, int term, long line, int disbursedOn, int second) {
        LoanState loan = freeSlot(today.state);
        loan.clear();
        loan.status = LoanState.PERFORMING;
        loan.loan = today.newId();
        loan.line = line;
        loan.offer = offer.index();
        loan.principal = fen;
        loan.balance = fen;
        loan.rate = rate;
        loan.termMonths = term;
        loan.interestOnly = line != 0;
        loan.disbursedOn = disbursedOn;
        loan.maturesOn = Schedule.dueDay(disbursedOn, term);
        loan.instalment = loan.interestOnly ? 0 : Schedule.instalment(fen, rate, term);
        loan.nextDue = Schedule.dueDay(disbursedOn, 1);
        if (disbursedOn == today.day().number()) {
            today.purse.current(second, fen, "transfer_in", "auto", loan.loan);
            if (fen > 1_000_000) {
                today.purse.pay(second + 3_600, fen * 4 / 5 / 100 * 100, spentOn(offer), "online", loan.loan);
            }
        }
        recount(today.state);
        today.rows
                .credit()
                .loan(
                        today.number(),
                        today.day(),
                        second,
                        loan.facts(today.day().number()));
        return loan;
    }

    /** Writes the line as it now stands. */
    static void writeLine(Today today, int second) {
        LineState line = today.state.line;
        today.rows
                .credit()
                .line(
                        today.number(),
                        today.day(),
                        second,
                        line.line,
                        line.offer().product(),
                        line.granted,
                        line.used,
                        line.rate,
                        line.grantedOn,
                        line.expiresOn,
                        line.lastUsedOn,
                        line.isActive() ? "active" : "expired");
    }

    /** Adds up what is due in a month on every loan still running. */
    static void recount(CustomerState state) {
        long due = 0;
        for (LoanState loan : state.loans) {
            if (loan.isRunning()) {
                due += loan.interestOnly
                        ? Schedule.interest(loan.balance, loan.rate) + loan.balance / 24
                        : loan.instalment;
            }
        }
        state.monthlyDue = due;
    }

    private static LoanState freeSlot(CustomerState state) {
        for (LoanState loan : state.loans) {
            if (!loan.isOpen()) {
                return loan;
            }
        }
        throw new IllegalStateException("no room for another loan");
    }

    private static String spentOn(Offer offer) {
        return switch (offer) {
            case REVOLVING, BUSINESS -> "transfer_out";
            case INSTALMENT, CARD_INSTALMENT -> "digital";
            case CAR -> "car";
            case RENOVATION -> "decoration";
            case EDUCATION -> "education";
        };
    }
}
