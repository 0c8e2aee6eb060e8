/** How touches are queued, taken, attempted and settled. */
@NullMarked
package org.yinhang.reach.internal;

import org.jspecify.annotations.NullMarked;
