/** Expressions as SQL: DuckDB's on one machine, Spark's on a cluster, with the same answers. */
@NullMarked
package org.yinhang.core.predicate.sql;

import org.jspecify.annotations.NullMarked;
