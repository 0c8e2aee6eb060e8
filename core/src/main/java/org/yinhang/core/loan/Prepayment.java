package org.yinhang.core.loan;

import java.time.LocalDate;
import org.yinhang.core.unit.Money;

/**
 * Principal paid before it is due; the interest up to that day is paid with it. What it costs stands among the fees of
 * the loan.
 */
public sealed interface Prepayment {

    /** The day, after the start and before the last due date; on a due date it follows the instalment. */
    LocalDate date();

    /** Everything that is owed; the loan ends. */
    record Whole(LocalDate date) implements Prepayment {}

    /**
     * A part of the principal.
     *
     * @param amount of principal, below the balance of that day
     * @param effect what becomes of the instalments that follow
     */
    record Part(LocalDate date, Money amount, Effect effect) implements Prepayment {}

    /** What becomes of the instalments after a part was prepaid; without effect where nothing but interest is due. */
    enum Effect {
        /** 缩短期限: instalments stay as they are, there are fewer. */
        SHORTER_TERM,
        /** 减少月供: as many instalments, each smaller. */
        SMALLER_INSTALMENT
    }
}
