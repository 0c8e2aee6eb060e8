/** Tests of shared. */
@NullMarked
package org.yinhang.shared;

import org.jspecify.annotations.NullMarked;
