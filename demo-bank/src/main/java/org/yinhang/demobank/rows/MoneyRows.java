package org.yinhang.demobank.rows;

import org.yinhang.demobank.world.Day;

/** Rows of {@code accounts} and {@code transactions}. */
public final class MoneyRows {

    private final BankRows rows;

    MoneyRows(BankRows rows) {
        this.rows = rows;
    }

    /** The state of an account at the close of a day, in fen. */
    public void account(
            int customer,
            Day day,
            long account,
            String product,
            String family,
            String status,
            int openedOn,
            long balance,
            long averageBalance) {
        rows.writer("accounts")
                .row(customer, day.at(86_399), day.recordedAt(), account)
                .key(account)
                .text(product)
                .text(family)
                .text(status)
                .date(openedOn)
                .money(balance)
                .money(averageBalance)
                .end();
    }

    /** A movement of money in fen, inflow positive. */
    public void transaction(
            int customer,
            Day day,
            int second,
            long id,
            long account,
            long fen,
            String category,
            String channel,
            long counterparty) {
        rows.writer("transactions")
                .row(customer, day.at(second), day.recordedAt(), id)
                .key(account)
                .money(fen)
                .text(category)
                .text(channel)
                .key(counterparty)
                .end();
    }
}
