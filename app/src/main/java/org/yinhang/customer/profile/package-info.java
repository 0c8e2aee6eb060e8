/** Everything known of one customer, read from the lake for the customer 360 page. */
@NullMarked
@NamedInterface("profile")
package org.yinhang.customer.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
