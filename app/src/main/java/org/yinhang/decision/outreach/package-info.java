/** The contact plan over all products, channels and customers: whom to approach, with what, how, and what limits cost. */
@NamedInterface("outreach")
@NullMarked
package org.yinhang.decision.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
