package org.yinhang.core.predicate.record;

import java.util.Map;
import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Expression.Leaf;
import org.yinhang.core.predicate.Value;

/**
 * One condition that decided.
 *
 * @param condition the condition, which {@link org.yinhang.core.predicate.ExpressionText} writes as text
 * @param truth what it said
 * @param values what it read, in order of first use
 */
public record Reason(Expression condition, Truth truth, Map<Leaf, Value> values) {}
