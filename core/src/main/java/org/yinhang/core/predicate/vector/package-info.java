/** Expressions over many rows at once: columns in, one column out, with missing values as sentinels. */
@NullMarked
package org.yinhang.core.predicate.vector;

import org.jspecify.annotations.NullMarked;
