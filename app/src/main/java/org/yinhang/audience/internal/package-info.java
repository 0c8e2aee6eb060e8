/** Where audiences are kept, and what the platform adds to every one. */
@NullMarked
package org.yinhang.audience.internal;

import org.jspecify.annotations.NullMarked;
