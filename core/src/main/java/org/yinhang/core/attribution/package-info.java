/** Which touches of a journey are credited with what came of it. */
@NullMarked
package org.yinhang.core.attribution;

import org.jspecify.annotations.NullMarked;
