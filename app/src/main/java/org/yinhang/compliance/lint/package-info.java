/** Reads copy as a supervisor would: words that may not be used however disguised, numbers that disagree with the cost, what is missing. */
@NullMarked
@NamedInterface("lint")
package org.yinhang.compliance.lint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
