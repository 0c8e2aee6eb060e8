/** The units every amount in Yinhang is stated in: money in fen, rates a year, probabilities. */
@NullMarked
package org.yinhang.core.unit;

import org.jspecify.annotations.NullMarked;
