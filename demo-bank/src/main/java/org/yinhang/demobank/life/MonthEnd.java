package org.yinhang.demobank.life;

import org.yinhang.demobank.person.Person;

/** The close of a day and of a month: average balances are kept and the state of every account that changed is written. */
final class MonthEnd {

    private MonthEnd() {}

    static void play(Today today) {
        CustomerState state = today.state;
        state.dailyBalances += state.current;
        state.balanceDays++;
        if (today.day().lastOfMonth()) {
            writeCurrent(today);
            others(today);
            state.dailyBalances = 0;
            state.balanceDays = 0;
        }
    }

    /** Writes the current account as it stands. */
    static void writeCurrent(Today today) {
        CustomerState state = today.state;
        Person person = today.person();
        boolean dormant = person.temper().purchases() < 0.6 && !person.job().wagesWithUs();
        account(
                today,
                person.currentAccount(),
                "D201",
                "current",
                dormant ? "dormant" : "open",
                state.current,
                state.dailyBalances / Math.max(1, state.balanceDays));
    }

    /** The other accounts are written only when they changed. */
    private static void others(Today today) {
        CustomerState state = today.state;
        Person person = today.person();
        if (state.term != state.termWritten) {
            account(today, person.termAccount(), "D202", "term_deposit", "open", state.term, state.term);
            state.termWritten = state.term;
        }
        if (state.wealth != state.wealthWritten) {
            account(today, person.wealthAccount(), "W301", "wealth", "open", state.wealth, state.wealth);
            state.wealthWritten = state.wealth;
        }
        if (state.card != state.cardWritten) {
            account(today, person.cardAccount(), "K401", "credit_card", "open", state.card, state.card);
            state.cardWritten = state.card;
        }
    }

    private static void account(
            Today today, long account, String product, String family, String status, long balance, long average) {
        today.rows
                .money()
                .account(
                        today.number(),
                        today.day(),
                        account,
                        product,
                        family,
                        status,
                        today.person().joinedOn(),
                        balance,
                        average);
    }
}
