/** Ordered steps of a journey: how far each customer came, how long it took, how many were lost where. */
@NullMarked
package org.yinhang.core.funnel;

import org.jspecify.annotations.NullMarked;
