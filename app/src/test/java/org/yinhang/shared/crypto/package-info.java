/** Tests of shared crypto. */
@NullMarked
package org.yinhang.shared.crypto;

import org.jspecify.annotations.NullMarked;
