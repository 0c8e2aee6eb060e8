/** What contacts are credited with, by channel, campaign, product, branch and person: journeys of touches and the loans they led to. */
@NullMarked
package org.yinhang.lake.attribution;

import org.jspecify.annotations.NullMarked;
