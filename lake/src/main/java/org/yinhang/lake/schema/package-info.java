/** The canonical tables of a bank, read from one schema file: every column's type, unit, names and data class. */
@NullMarked
package org.yinhang.lake.schema;

import org.jspecify.annotations.NullMarked;
