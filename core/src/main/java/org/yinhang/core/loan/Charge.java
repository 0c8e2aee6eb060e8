package org.yinhang.core.loan;

import org.yinhang.core.unit.Money;

/**
 * A fee as it falls due on a day.
 *
 * @param item what it is
 * @param basis from what it was reckoned
 * @param amount in fen, not negative
 * @param isFinanced added to the balance instead of paid
 */
public record Charge(ChargeItem item, FeeBasis basis, Money amount, boolean isFinanced) {}
