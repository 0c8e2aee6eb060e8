/** The fifteen guards of REGULATION, each a class of its own. */
@NullMarked
package org.yinhang.compliance.guard;

import org.jspecify.annotations.NullMarked;
