/** What to offer one customer: every product considered, what an approach is worth through each channel, and why. */
@NamedInterface("offer")
@NullMarked
package org.yinhang.decision.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
