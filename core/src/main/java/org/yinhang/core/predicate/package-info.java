/**
 * The one language of rules: tags, audiences, admission rows, guards and triggers are all expressions over a typed
 * catalogue of fields and facts, with SQL's three truth values, parsed and checked once and run several ways.
 */
@NullMarked
package org.yinhang.core.predicate;

import org.jspecify.annotations.NullMarked;
