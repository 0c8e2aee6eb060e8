package org.yinhang.core.loan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.yinhang.core.unit.Money;

/** How a loan is paid back. */
public sealed interface RepaymentMethod {

    /** 等额本息: the same payment each period; the share of principal grows. */
    record EqualInstalment() implements RepaymentMethod {}

    /** 等额本金: the same principal each period and interest on what is left; payments fall. */
    record EqualPrincipal() implements RepaymentMethod {}

    /** 先息后本: interest each period, the whole principal on the last due date. */
    record InterestOnly() implements RepaymentMethod {}

    /** 一次性还本付息: principal and all interest on the last due date; interest bears no interest. */
    record Bullet() implements RepaymentMethod {}

    /**
     * 随借随还: the customer draws and repays under a limit; interest counts by the day, is due on the due dates and on
     * any day that clears the balance; what is still drawn falls due on the last due date.
     *
     * @param limit the most that may be drawn at any time
     * @param movements what is assumed to be drawn and repaid after the first draw, kept in the order of days
     */
    record Revolving(Money limit, List<Movement> movements) implements RepaymentMethod {

        public Revolving {
            movements = movements.stream()
                    .sorted(Comparator.comparing(Movement::date))
                    .toList();
        }
    }

    /**
     * A draw or a repayment under a revolving limit.
     *
     * @param date between the start and the last due date
     * @param kind which way the money goes
     * @param amount above zero
     */
    record Movement(LocalDate date, Kind kind, Money amount) {

        /** Which way the money goes. */
        public enum Kind {
            DRAW,
            REPAY
        }

        public static Movement draw(LocalDate date, Money amount) {
            return new Movement(date, Kind.DRAW, amount);
        }

        public static Movement repay(LocalDate date, Money amount) {
            return new Movement(date, Kind.REPAY, amount);
        }
    }
}
