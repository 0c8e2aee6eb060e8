/** What a decision table leaves open, says twice or never says, found over the cells its thresholds cut the world into. */
@NullMarked
package org.yinhang.core.policy.analysis;

import org.jspecify.annotations.NullMarked;
