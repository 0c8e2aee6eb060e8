/** Tests of the application as a whole. */
@NullMarked
package org.yinhang;

import org.jspecify.annotations.NullMarked;
