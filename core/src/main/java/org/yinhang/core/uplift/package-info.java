/**
 * What an approach itself changes: learners of the effect of a treatment on each customer, from customers some of whom were
 * approached by lot, and how well they order customers by it.
 */
@NullMarked
package org.yinhang.core.uplift;

import org.jspecify.annotations.NullMarked;
