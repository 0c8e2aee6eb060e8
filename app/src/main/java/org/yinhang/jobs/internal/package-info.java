/** How runs are kept, scheduled and executed. */
@NullMarked
package org.yinhang.jobs.internal;

import org.jspecify.annotations.NullMarked;
