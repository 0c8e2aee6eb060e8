/** How a bank's own files become canonical tables of the lake: whole loads, or nothing. */
@NullMarked
package org.yinhang.lake.ingest;

import org.jspecify.annotations.NullMarked;
