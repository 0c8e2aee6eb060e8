package org.yinhang.customer.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;

/**
 * What a customer keeps with the bank and how it moves.
 *
 * @param accounts as they stand, the largest balance first
 * @param balances deposits and wealth products at the end of each month, oldest first
 * @param flows money in and out of each month, oldest first
 */
public record MoneyFacts(List<Account> accounts, List<MonthBalance> balances, List<MonthFlow> flows) {

    public MoneyFacts {
        accounts = List.copyOf(accounts);
        balances = List.copyOf(balances);
        flows = List.copyOf(flows);
    }

    /**
     * An account as it stands; an amount owed on a credit card is its balance.
     *
     * @param family code of the kind
     * @param product code of the product
     * @param status code
     * @param openedOn when it was opened
     * @param balance now
     * @param average of the days of the last month
     */
    public record Account(
            String family,
            @Nullable String product,
            @Nullable String status,
            @Nullable LocalDate openedOn,
            Money balance,
            @Nullable Money average) {}

    /** Deposits and wealth products at the end of a month. */
    public record MonthBalance(YearMonth month, Money balance) {}

    /** What came in and what went out in a month, both as positive amounts. */
    public record MonthFlow(YearMonth month, Money in, Money out) {}
}
