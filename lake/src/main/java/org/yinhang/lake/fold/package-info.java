/**
 * Facts of many customers as one value each: rows of a block of customers come out of the lake as arrays, and every
 * aggregate that anybody asked for is computed in one pass over them.
 */
@NullMarked
package org.yinhang.lake.fold;

import org.jspecify.annotations.NullMarked;
