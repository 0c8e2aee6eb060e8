/** The pages of contact plans and of decisions about one customer. */
@NullMarked
package org.yinhang.decision.web;

import org.jspecify.annotations.NullMarked;
