/** The scorecard: points for each bin of a few columns, which anyone can add up by hand to a score and a probability. */
@NullMarked
package org.yinhang.core.scorecard;

import org.jspecify.annotations.NullMarked;
