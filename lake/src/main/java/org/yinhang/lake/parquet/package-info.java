/** Reads the columns of the lake's own Parquet files straight into arrays, dictionary codes kept as codes. */
@NullMarked
package org.yinhang.lake.parquet;

import org.jspecify.annotations.NullMarked;
