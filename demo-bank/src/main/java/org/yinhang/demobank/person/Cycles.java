package org.yinhang.demobank.person;

/**
 * When in life a customer needs money; each need comes round with its own period.
 *
 * @param renovationWeek week of the next renovation, counted in weeks since 1970, repeating every {@code renovationEvery}
 * @param renovationEvery weeks between renovations, 0 for those who rent
 * @param carWeek week of the next car
 * @param carEvery weeks between cars, 0 for those who never buy
 * @param businessPhase week of the half-year at which the business needs most money
 * @param school strength of the need for school fees, 0 where nobody learns
 * @param cash readiness to need cash, 0 to 1.2
 * @param shopping readiness to buy on instalments, 0 to 1.2
 */
public record Cycles(
        int renovationWeek,
        int renovationEvery,
        int carWeek,
        int carEvery,
        int businessPhase,
        double school,
        double cash,
        double shopping) {}
