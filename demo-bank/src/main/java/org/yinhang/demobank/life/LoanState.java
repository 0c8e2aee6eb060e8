package org.yinhang.demobank.life;

import java.nio.ByteBuffer;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.rows.LoanFacts;

/** A loan of one customer, small enough to be kept for everybody. */
final class LoanState {

    static final int BYTES = 92;

    static final int NONE = 0;
    static final int PERFORMING = 1;
    static final int OVERDUE = 2;
    static final int DEFAULTED = 3;
    static final int WRITTEN_OFF = 4;
    static final int SETTLED = 5;

    private static final String[] STATUS = {"", "performing", "overdue", "defaulted", "written_off", "settled"};

    int status;
    long loan;
    long line;
    int offer;
    long principal;
    long balance;
    int rate;
    int termMonths;
    boolean interestOnly;
    int disbursedOn;
    int maturesOn;
    long instalment;
    int paid;
    int nextDue;
    int payOn;
    int worstDpd;

    boolean isOpen() {
        return status != NONE;
    }

    /** Whether the customer still has to pay on it. */
    boolean isRunning() {
        return status == PERFORMING || status == OVERDUE || status == DEFAULTED;
    }

    Offer offer() {
        return Offer.ALL.get(offer);
    }

    void clear() {
        read(ByteBuffer.allocate(BYTES));
    }

    LoanFacts facts(int today) {
        int dpd = isRunning() || status == WRITTEN_OFF ? Math.max(0, today - nextDue) : 0;
        return new LoanFacts(
                loan,
                line,
                offer().product(),
                principal,
                balance,
                rate,
                termMonths,
                interestOnly ? "interest_only" : "equal_instalment",
                disbursedOn,
                maturesOn,
                offer().purpose(),
                dpd,
                worstDpd,
                STATUS[status]);
    }

    void write(ByteBuffer out) {
        out.putInt(status)
                .putLong(loan)
                .putLong(line)
                .putInt(offer)
                .putLong(principal)
                .putLong(balance);
        out.putInt(rate)
                .putInt(termMonths)
                .putInt(interestOnly ? 1 : 0)
                .putInt(disbursedOn)
                .putInt(maturesOn);
        out.putLong(instalment)
                .putInt(paid)
                .putInt(nextDue)
                .putInt(payOn)
                .putInt(worstDpd)
                .putInt(0);
    }

    void read(ByteBuffer in) {
        status = in.getInt();
        loan = in.getLong();
        line = in.getLong();
        offer = in.getInt();
        principal = in.getLong();
        balance = in.getLong();
        rate = in.getInt();
        termMonths = in.getInt();
        interestOnly = in.getInt() != 0;
        disbursedOn = in.getInt();
        maturesOn = in.getInt();
        instalment = in.getLong();
        paid = in.getInt();
        nextDue = in.getInt();
        payOn = in.getInt();
        worstDpd = in.getInt();
        in.getInt();
    }
}
