/** How campaigns are kept, assigned and put on their way. */
@NullMarked
package org.yinhang.campaign.internal;

import org.jspecify.annotations.NullMarked;
