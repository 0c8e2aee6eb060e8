/** Small dense equations and the normal distribution, shared by the models that are fitted by Newton's method. */
@NullMarked
package org.yinhang.core.algebra;

import org.jspecify.annotations.NullMarked;
