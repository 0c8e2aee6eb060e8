/** The pages of opportunities: my day, the list, the call. */
@NullMarked
package org.yinhang.opportunity.web;

import org.jspecify.annotations.NullMarked;
