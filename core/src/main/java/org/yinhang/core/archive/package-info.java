/** Files of immutable values, read back to the same bits: how trained models are kept. */
@NullMarked
package org.yinhang.core.archive;

import org.jspecify.annotations.NullMarked;
