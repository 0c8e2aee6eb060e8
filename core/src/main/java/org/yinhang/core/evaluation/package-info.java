/** How well scores rank and how honest they are as probabilities, measured on rows no model has learned from. */
@NullMarked
package org.yinhang.core.evaluation;

import org.jspecify.annotations.NullMarked;
