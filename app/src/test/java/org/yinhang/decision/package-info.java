/** Tests of the decision module. */
@NullMarked
package org.yinhang.decision;

import org.jspecify.annotations.NullMarked;
