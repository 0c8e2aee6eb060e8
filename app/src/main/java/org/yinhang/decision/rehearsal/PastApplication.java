package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * An application as it really went.
 *
 * @param customer who applied
 * @param application its number
 * @param product asked for
 * @param day it was submitted
 * @param isApproved whether the bank approved it
 * @param isRejected whether the bank rejected it
 * @param isDisbursed whether money was paid out
 * @param worstDpd most days past due of its loans so far; empty where none was paid out
 * @param principalFen paid out
 */
public record PastApplication(
        int customer,
        long application,
        String product,
        LocalDate day,
        boolean isApproved,
        boolean isRejected,
        boolean isDisbursed,
        OptionalInt worstDpd,
        long principalFen) {

    /** Days past due from which a loan counts as bad; the same by which the application score is trained. */
    public static final int BAD_FROM = 30;

    /** Whether a loan of it is as late as counts for bad. */
    public boolean isBad() {
        return worstDpd.orElse(0) >= BAD_FROM;
    }
}
