/** Everything about the simulated bank that is not one customer: places, staff, employers, products, seasons, campaigns. */
@NullMarked
package org.yinhang.demobank.world;

import org.jspecify.annotations.NullMarked;
