/** Fine bins: every column of a table cut into at most 256 ordered intervals or words, which models then merge or weigh. */
@NullMarked
package org.yinhang.core.binning;

import org.jspecify.annotations.NullMarked;
