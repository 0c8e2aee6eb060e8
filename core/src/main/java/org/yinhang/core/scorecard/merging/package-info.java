/** Optimal binning: merges the fine bins of a column into the few that tell outcomes apart best, under a risk officer's conditions. */
@NullMarked
package org.yinhang.core.scorecard.merging;

import org.jspecify.annotations.NullMarked;
