/** The pages of audiences: the list, and the builder with its live count. */
@NullMarked
package org.yinhang.audience.web;

import org.jspecify.annotations.NullMarked;
