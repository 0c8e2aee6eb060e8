package org.yinhang.demobank.rows;

/**
 * What changes about a customer over time.
 *
 * @param employed whether work goes on
 * @param monthlyIncome present income in fen
 * @param mortgage whether a mortgage is held
 * @param loan whether a loan is outstanding with us
 * @param defaulted whether a loan with us ever defaulted
 * @param deceased whether the customer has died
 */
public record CustomerFacts(
        boolean employed, long monthlyIncome, boolean mortgage, boolean loan, boolean defaulted, boolean deceased) {}
