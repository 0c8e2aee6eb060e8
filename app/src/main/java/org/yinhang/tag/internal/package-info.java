/** Where a bank's own tags are kept. */
@NullMarked
package org.yinhang.tag.internal;

import org.jspecify.annotations.NullMarked;
