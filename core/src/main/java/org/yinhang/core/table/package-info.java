/** A bank's rows as typed columns in memory, read from the files banks have, for training and scoring. */
@NullMarked
package org.yinhang.core.table;

import org.jspecify.annotations.NullMarked;
