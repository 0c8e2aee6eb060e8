/** Who gets which contact when there is not enough for everybody: the best plan under shared capacities. */
@NullMarked
package org.yinhang.core.allocation;

import org.jspecify.annotations.NullMarked;
