package org.yinhang.customer.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;

/**
 * The newest bureau summary, fetched under an authorisation; only for roles with a purpose (Credit Reporting Regulation
 * 18 to 20).
 *
 * @param at when it was fetched
 * @param authorised whether the record names its authorisation
 * @param inquiries hard inquiries in three months
 * @param overdue instalments overdue in 24 months
 * @param worstMonths longest run of months overdue
 * @param lenders number of lenders
 * @param totalDebt with all lenders
 * @param monthlyPayment to all lenders
 * @param score bureau score
 */
public record BureauFacts(
        Instant at,
        boolean authorised,
        int inquiries,
        int overdue,
        int worstMonths,
        int lenders,
        @Nullable Money totalDebt,
        @Nullable Money monthlyPayment,
        @Nullable Integer score) {}
