/** How a day of the simulated bank is played, and what is remembered of it. */
@NullMarked
package org.yinhang.demo.internal;

import org.jspecify.annotations.NullMarked;
