/** How benefits and grants are kept. */
@NullMarked
package org.yinhang.benefit.internal;

import org.jspecify.annotations.NullMarked;
