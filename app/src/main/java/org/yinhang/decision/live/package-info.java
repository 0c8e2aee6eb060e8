/** Decisions about one customer at a time: asked for by programs and at the counter, kept for ever, and replayed. */
@NamedInterface("live")
@NullMarked
package org.yinhang.decision.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
