/** How the chain is kept, fed and verified. */
@NullMarked
package org.yinhang.audit.internal;

import org.jspecify.annotations.NullMarked;
