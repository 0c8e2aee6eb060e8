/** Visits to customers: where to, what for, and the evidence that somebody was there. */
@NullMarked
package org.yinhang.opportunity.visit;

import org.jspecify.annotations.NullMarked;
