/** The pages of contact plans. */
@NullMarked
package org.yinhang.decision.web;

import org.jspecify.annotations.NullMarked;
