package org.yinhang.model;

/**
 * Whom a new version would treat differently, worked out before anybody approves it (PIPL 55 asks for an assessment before
 * automated decisions).
 *
 * @param customers how many customers of today were compared
 * @param population how many take part in all
 * @param meanBefore mean probability by the champion, 0 to 1; NaN without a champion
 * @param meanNow mean probability by this version
 * @param shift PSI of its scores against the champion's; NaN without a champion
 * @param cutOff the probability above which the champion puts a tenth of customers; this version's own without a champion
 * @param aboveBefore share above it by the champion; NaN without a champion
 * @param aboveNow share above it by this version
 * @param entering share of customers who come above it
 * @param leaving share who fall below it
 * @param fairness lowest share chosen by highest among groups, worst attribute, on the rows judged; 1 when all alike
 */
public record ImpactAssessment(
        int customers,
        long population,
        double meanBefore,
        double meanNow,
        double shift,
        double cutOff,
        double aboveBefore,
        double aboveNow,
        double entering,
        double leaving,
        double fairness) {}
