package org.yinhang.demobank.rows;

/**
 * What a credit bureau reports.
 *
 * @param inquiries hard inquiries in three months
 * @param overdue overdue instalments in 24 months
 * @param worstMonths longest run of months overdue
 * @param lenders number of lenders
 * @param totalDebt fen
 * @param monthlyPayment fen
 * @param score 300 to 850
 */
public record BureauFacts(
        int inquiries, int overdue, int worstMonths, int lenders, long totalDebt, long monthlyPayment, int score) {}
