/**
 * Models as PMML that others made, scored row by row by our own reading of the standard; what a document asks for that is not
 * supported is refused by its name.
 */
@NullMarked
package org.yinhang.core.foreign;

import org.jspecify.annotations.NullMarked;
