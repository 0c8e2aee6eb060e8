/** How users, branches and sign-in are kept. */
@NullMarked
package org.yinhang.access.internal;

import org.jspecify.annotations.NullMarked;
