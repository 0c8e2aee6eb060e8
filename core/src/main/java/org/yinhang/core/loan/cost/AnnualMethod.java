package org.yinhang.core.loan.cost;

import org.yinhang.core.loan.Frequency;

/** How cash flows become a rate a year. */
public sealed interface AnnualMethod {

    /** The monthly internal rate of return times twelve. */
    AnnualMethod MONTHLY_TIMES_TWELVE = new Nominal(Frequency.MONTHLY);

    /** The effective rate of the European consumer credit directive. */
    AnnualMethod EFFECTIVE = new Effective(YearMeasure.MONTHS_AND_DAYS);

    /**
     * The internal rate of return of a period times the periods in a year, without compounding over the year: the
     * actuarial method of US Regulation Z, 12 CFR 1026 Appendix J (b). Periods count back from each payment; the days
     * left over bear simple interest, a month having 30. A year has 12 months, 52 weeks or 365 days.
     */
    record Nominal(Frequency period) implements AnnualMethod {}

    /** The rate that compounds once a year: Directive 2008/48/EC, Annex I. */
    record Effective(YearMeasure measure) implements AnnualMethod {}

    /** How the time between two days becomes years. */
    enum YearMeasure {
        /**
         * Whole months counted back from the later day, each a twelfth of a year; days left over are parts of the 365 or
         * 366 days of the year that ends with them (Annex I, remark c).
         */
        MONTHS_AND_DAYS,
        /** Days over 365. */
        ACTUAL_365
    }
}
