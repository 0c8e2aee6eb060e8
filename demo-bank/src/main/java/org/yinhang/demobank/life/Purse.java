package org.yinhang.demobank.life;

/** The customer's money: every movement changes a balance and becomes a transaction, in the order of the day. */
final class Purse {

    private static final int MOST = 64;

    private final Today today;
    private final int[] second = new int[MOST];
    private final long[] account = new long[MOST];
    private final long[] fen = new long[MOST];
    private final long[] counterparty = new long[MOST];
    private final String[] category = new String[MOST];
    private final String[] channel = new String[MOST];
    private int size;

    Purse(Today today) {
        this.today = today;
    }

    /** Money comes in (positive) or goes out (negative) of the current account. */
    void current(int at, long amount, String what, String how, long party) {
        today.state.current += amount;
        note(at, today.person().currentAccount(), amount, what, how, party);
    }

    /** Pays from the current account unless the balance is too small; gives whether it was paid. */
    boolean pay(int at, long amount, String what, String how, long party) {
        if (amount > today.state.current) {
            return false;
        }
        current(at, -amount, what, how, party);
        return true;
    }

    void term(int at, long amount) {
        current(at, -amount, "investment", "app", today.person().termAccount());
        today.state.term += amount;
        note(
                at + 1,
                today.person().termAccount(),
                amount,
                "investment",
                "app",
                today.person().currentAccount());
    }

    void wealth(int at, long amount) {
        current(at, -amount, "investment", "app", today.person().wealthAccount());
        today.state.wealth += amount;
        note(
                at + 1,
                today.person().wealthAccount(),
                amount,
                "investment",
                "app",
                today.person().currentAccount());
    }

    /** Spends on the credit card, whose balance is negative while money is owed. */
    void card(int at, long amount, String what, long party) {
        today.state.card -= amount;
        note(at, today.person().cardAccount(), -amount, what, "pos", party);
    }

    /** Pays part of the card's debt from the current account. */
    void settleCard(int at, long amount) {
        current(at, -amount, "repayment", "auto", today.person().cardAccount());
        today.state.card += amount;
        note(
                at + 1,
                today.person().cardAccount(),
                amount,
                "repayment",
                "auto",
                today.person().currentAccount());
    }

    /** Writes the day's movements in the order of the clock. */
    void close() {
        if (size == 0) {
            return;
        }
        for (int written = 0; written < size; written++) {
            int next = written;
            for (int i = written + 1; i < size; i++) {
                if (second[i] < second[next]) {
                    next = i;
                }
            }
            today.rows
                    .money()
                    .transaction(
                            today.number(),
                            today.day(),
                            second[next],
                            today.newId(),
                            account[next],
                            fen[next],
                            category[next],
                            channel[next],
                            counterparty[next]);
            if (next != written) {
                keep(written, next);
            }
        }
        size = 0;
    }

    private void note(int at, long to, long amount, String what, String how, long party) {
        if (size == MOST) {
            throw new IllegalStateException("more than " + MOST + " movements of one customer on one day");
        }
        second[size] = Math.min(at, 86_399);
        account[size] = to;
        fen[size] = amount;
        category[size] = what;
        channel[size] = how;
        counterparty[size] = party;
        size++;
    }

    /** Puts a movement not yet written where one already written stood. */
    private void keep(int from, int to) {
        second[to] = second[from];
        account[to] = account[from];
        fen[to] = fen[from];
        category[to] = category[from];
        channel[to] = channel[from];
        counterparty[to] = counterparty[from];
    }
}
