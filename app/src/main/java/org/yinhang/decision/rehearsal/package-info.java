/** Changes of policy tried on the past: who would be treated differently, what it would bring, beside what happened. */
@NamedInterface("rehearsal")
@NullMarked
package org.yinhang.decision.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
