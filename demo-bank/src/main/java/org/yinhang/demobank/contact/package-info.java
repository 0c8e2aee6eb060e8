/** What the bank can do to a customer, and what the customer answers. */
@NullMarked
package org.yinhang.demobank.contact;

import org.jspecify.annotations.NullMarked;
