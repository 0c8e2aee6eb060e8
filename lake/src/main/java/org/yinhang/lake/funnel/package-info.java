/** Funnels: declared steps counted over the lake's facts or over any event log, in one pass. */
@NullMarked
package org.yinhang.lake.funnel;

import org.jspecify.annotations.NullMarked;
