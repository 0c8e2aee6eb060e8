package org.yinhang.core.loan.cost;

import org.yinhang.core.loan.ChargeBasis;
import org.yinhang.core.loan.ChargeItem;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/**
 * One charge of a loan over its life.
 *
 * @param item what it is called, who collects it, who bears it
 * @param basis from what it is reckoned
 * @param amount in total
 * @param annualShare its part of the annual cost; zero where the borrower does not bear it or the loan has no one rate
 */
public record CostLine(ChargeItem item, ChargeBasis basis, Money amount, Rate annualShare) {}
