/**
 * The snapshot audiences and decisions read: a folder with one memory-mapped file a column, in blocks of 65,536
 * consecutive customer numbers, each with its plain values and the rows of its common values.
 */
@NullMarked
package org.yinhang.core.audience.index;

import org.jspecify.annotations.NullMarked;
