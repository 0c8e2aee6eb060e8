package org.yinhang.opportunity;

import org.yinhang.core.unit.Money;

/**
 * What open opportunities come to.
 *
 * @param open all of them
 * @param unassigned given to nobody yet
 * @param pooled in the public pool
 * @param overdue whose first contact is overdue
 * @param value expected of all, where it is known
 */
public record OpportunityFigures(long open, long unassigned, long pooled, long overdue, Money value) {}
