/** Tests of the compliance module. */
@NullMarked
package org.yinhang.compliance;

import org.jspecify.annotations.NullMarked;
