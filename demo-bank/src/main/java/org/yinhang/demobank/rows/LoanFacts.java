package org.yinhang.demobank.rows;

/**
 * A loan as the table loans states it.
 *
 * @param loan key
 * @param line key of the credit line it was drawn from, 0 for none
 * @param product product code
 * @param principal amount disbursed, fen
 * @param balance outstanding, fen
 * @param rate annual rate in millionths
 * @param termMonths term
 * @param repayment method
 * @param disbursedOn day number
 * @param maturesOn day number
 * @param purpose what the money is for
 * @param dpd days past due
 * @param worstDpd most days past due so far
 * @param status performing, overdue, defaulted, settled or written_off
 */
public record LoanFacts(
        long loan,
        long line,
        String product,
        long principal,
        long balance,
        int rate,
        int termMonths,
        String repayment,
        int disbursedOn,
        int maturesOn,
        String purpose,
        int dpd,
        int worstDpd,
        String status) {}
