package org.yinhang.customer.internal;

import java.time.YearMonth;
import java.util.List;
import org.yinhang.customer.profile.MoneyFacts;
import org.yinhang.customer.profile.MoneyFacts.Account;
import org.yinhang.customer.profile.MoneyFacts.MonthBalance;
import org.yinhang.customer.profile.MoneyFacts.MonthFlow;
import org.yinhang.lake.LakeSession;

/** Reads accounts, balances and flows of one customer. */
final class MoneyFactsRepository {

    private static final int MONTHS = 24;

    private final LakeSession session;
    private final CustomerView view;

    MoneyFactsRepository(LakeSession session, CustomerView view) {
        this.session = session;
        this.view = view;
    }

    MoneyFacts read() {
        return new MoneyFacts(accounts(), balances(), flows());
    }

    private List<Account> accounts() {
        return session.query(
                "SELECT coalesce(family, 'current') AS family, product, status, opened_on, coalesce(balance, 0) AS balance,"
                        + " average_balance FROM (" + view.newest("accounts")
                        + ") WHERE status IS DISTINCT FROM 'closed' ORDER BY balance DESC, id",
                row -> new Account(
                        row.getString("family"),
                        row.getString("product"),
                        row.getString("status"),
                        ProfileRepository.date(row, "opened_on"),
                        ProfileRepository.money(row, "balance"),
                        ProfileRepository.moneyOrNull(row, "average_balance")));
    }

    /** The state of a month is its last row of each account; a month without one keeps the state before it. */
    private List<MonthBalance> balances() {
        return session.query(
                """
                WITH state AS (
                  SELECT id, date_trunc('month', %2$s) AS month, arg_max(balance, (occurred_at, recorded_at)) AS balance
                  FROM (%1$s) WHERE family IN ('current', 'term_deposit', 'wealth') GROUP BY ALL),
                months AS (SELECT DISTINCT month FROM state ORDER BY month DESC LIMIT %3$d),
                filled AS (
                  SELECT m.month, s.id, arg_max(s.balance, s.month) AS balance
                  FROM months m JOIN state s ON s.month <= m.month GROUP BY ALL)
                SELECT strftime(month, '%%Y-%%m') AS month, CAST(sum(balance) AS BIGINT) AS balance
                FROM filled GROUP BY ALL ORDER BY month""".formatted(view.rows("accounts"), view.local("occurred_at"), MONTHS),
                row -> new MonthBalance(
                        YearMonth.parse(row.getString("month")), ProfileRepository.money(row, "balance")));
    }

    private List<MonthFlow> flows() {
        return session.query(
                        """
                SELECT strftime(%2$s, '%%Y-%%m') AS month,
                       CAST(coalesce(sum(amount) FILTER (amount > 0), 0) AS BIGINT) AS inflow,
                       CAST(coalesce(-sum(amount) FILTER (amount < 0), 0) AS BIGINT) AS outflow
                FROM (%1$s) GROUP BY month ORDER BY month DESC LIMIT %3$d""".formatted(view.rows("transactions"), view.local("occurred_at"), MONTHS),
                        row -> new MonthFlow(
                                YearMonth.parse(row.getString("month")),
                                ProfileRepository.money(row, "inflow"),
                                ProfileRepository.money(row, "outflow")))
                .reversed();
    }
}
