/** Tests of shared list. */
@NullMarked
package org.yinhang.shared.list;

import org.jspecify.annotations.NullMarked;
