/** Handing customers over: to whom each goes, with what is open, and what the receiver must know. */
@NullMarked
package org.yinhang.opportunity.handover;

import org.jspecify.annotations.NullMarked;
