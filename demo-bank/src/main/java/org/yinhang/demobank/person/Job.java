package org.yinhang.demobank.person;

import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.world.Employer;

/**
 * How a customer earns a living at the beginning.
 *
 * @param occupation occupation in the field's words
 * @param employer where, or null for the self-employed and those out of work
 * @param monthlyIncome fen a month
 * @param payday day of the month on which income comes
 * @param wagesWithUs whether wages are paid into the account
 * @param smallBusiness whether a small business is owned
 * @param providentFund whether the provident fund is paid
 * @param distressRate yearly rate of falling into payment distress, before debts and temper
 */
public record Job(
        String occupation,
        @Nullable Employer employer,
        long monthlyIncome,
        int payday,
        boolean wagesWithUs,
        boolean smallBusiness,
        boolean providentFund,
        double distressRate) {}
