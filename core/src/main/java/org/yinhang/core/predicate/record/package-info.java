/** Expressions over one record: the value, and which conditions decided it. */
@NullMarked
package org.yinhang.core.predicate.record;

import org.jspecify.annotations.NullMarked;
