/** How opportunities are kept, found and given to people. */
@NullMarked
package org.yinhang.opportunity.internal;

import org.jspecify.annotations.NullMarked;
