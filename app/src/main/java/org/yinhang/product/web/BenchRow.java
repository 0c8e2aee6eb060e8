package org.yinhang.product.web;

import java.util.List;
import org.yinhang.core.policy.TableRow;
import org.yinhang.core.predicate.record.Truth;

/**
 * What one row of a table says of the customer on the bench.
 *
 * @param row the row
 * @param truth whether it holds
 * @param isDeciding whether it is part of the answer
 * @param conditions the innermost conditions that decided
 * @param outcome what it says; empty where it does not hold
 */
public record BenchRow(TableRow row, Truth truth, boolean isDeciding, List<String> conditions, String outcome) {}
