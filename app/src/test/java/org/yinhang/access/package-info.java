/** Tests of access. */
@NullMarked
package org.yinhang.access;

import org.jspecify.annotations.NullMarked;
