/** Tests of launch. */
@NullMarked
package org.yinhang.launch;

import org.jspecify.annotations.NullMarked;
