/** The lake: immutable snapshots of a bank's facts in bucketed, sorted Parquet, and the sessions that read them. */
@NullMarked
package org.yinhang.lake;

import org.jspecify.annotations.NullMarked;
