/** Who a simulated customer is: a pure function of the seed and the customer's number. */
@NullMarked
package org.yinhang.demobank.person;

import org.jspecify.annotations.NullMarked;
