package org.yinhang.product;

import org.yinhang.core.unit.Probability;
import org.yinhang.core.unit.Rate;

/**
 * From what the price of a loan is built, beside the funds it is lent from.
 *
 * @param probabilityOfDefault expression over the catalogue for the chance of default within a year
 * @param standard the chance where no score is known, and for whoever refused profiling
 * @param lossGivenDefault the part lost of a loan in default
 * @param operating cost of making and servicing, a year
 * @param capital charge for the capital held, a year
 * @param margin wanted, a year
 * @param leastMargin the least margin a negotiated price must leave
 * @param step prices are rounded up to a multiple of this
 */
public record Pricing(
        String probabilityOfDefault,
        Probability standard,
        Probability lossGivenDefault,
        Rate operating,
        Rate capital,
        Rate margin,
        Rate leastMargin,
        Rate step) {}
