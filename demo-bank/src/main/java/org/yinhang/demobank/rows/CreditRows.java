package org.yinhang.demobank.rows;

import org.yinhang.demobank.world.Day;
import org.yinhang.lake.TableWriter;

/** Rows of {@code credit_lines}, loans and {@code repayments}. */
public final class CreditRows {

    private final BankRows rows;

    CreditRows(BankRows rows) {
        this.rows = rows;
    }

    /** The state of a credit line; amounts in fen, {@code lastUsedOn} 0 when it was never used. */
    public void line(
            int customer,
            Day day,
            int second,
            long line,
            String product,
            long granted,
            long used,
            int rate,
            int grantedOn,
            int expiresOn,
            int lastUsedOn,
            String status) {
        TableWriter row = rows.writer("credit_lines")
                .row(customer, day.at(second), day.recordedAt(), line)
                .key(line)
                .text(product)
                .money(granted)
                .money(used)
                .rate(rate)
                .date(grantedOn)
                .date(expiresOn);
        (lastUsedOn == 0 ? row.absent() : row.date(lastUsedOn)).text(status).end();
    }

    /** The state of a loan. */
    public void loan(int customer, Day day, int second, LoanFacts loan) {
        TableWriter row = rows.writer("loans")
                .row(customer, day.at(second), day.recordedAt(), loan.loan())
                .key(loan.loan());
        (loan.line() == 0 ? row.absent() : row.key(loan.line()))
                .text(loan.product())
                .money(loan.principal())
                .money(loan.balance())
                .rate(loan.rate())
                .integer(loan.termMonths())
                .text(loan.repayment())
                .date(loan.disbursedOn())
                .date(loan.maturesOn())
                .text(loan.purpose())
                .integer(loan.dpd())
                .integer(loan.worstDpd())
                .text(loan.status())
                .end();
    }

    /** An instalment paid, in fen. */
    public void repayment(
            int customer, Day day, int second, long id, long loan, int dueOn, long due, long paid, int daysLate) {
        rows.writer("repayments")
                .row(customer, day.at(second), day.recordedAt(), id)
                .key(loan)
                .date(dueOn)
                .money(due)
                .money(paid)
                .integer(daysLate)
                .end();
    }
}
