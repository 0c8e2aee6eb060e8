package org.yinhang.customer;

import java.util.Map;
import org.yinhang.core.unit.Money;

/**
 * What a list of customers comes to.
 *
 * @param customers how many
 * @param aum deposits and wealth products
 * @param granted lines in force
 * @param unused granted and not drawn, over all
 * @param neverUsed customers with a line of which nothing is drawn
 * @param neverUsedLimit what those could draw
 * @param overdue customers with a loan past due
 * @param complaints customers with an open complaint
 * @param tiers how many of them are in each tier
 */
public record CustomerFigures(
        long customers,
        Money aum,
        Money granted,
        Money unused,
        long neverUsed,
        Money neverUsedLimit,
        long overdue,
        long complaints,
        Map<Tier, Long> tiers) {}
