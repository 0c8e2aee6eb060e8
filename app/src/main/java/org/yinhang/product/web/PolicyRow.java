package org.yinhang.product.web;

import org.yinhang.product.PolicyTable;

/**
 * A line of the list of policies.
 *
 * @param table in force today
 * @param errors findings that would stop its approval
 * @param notes other findings
 */
public record PolicyRow(PolicyTable table, long errors, long notes) {}
