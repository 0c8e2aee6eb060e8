package org.yinhang.core.loan.cost;

import java.time.LocalDate;
import org.yinhang.core.unit.Money;

/**
 * Money that changes hands on a day, seen by the borrower.
 *
 * @param date the day
 * @param amount above zero what the borrower receives, below zero what the borrower pays
 */
public record CashFlow(LocalDate date, Money amount) {}
