/** Tests of audit. */
@NullMarked
package org.yinhang.audit;

import org.jspecify.annotations.NullMarked;
